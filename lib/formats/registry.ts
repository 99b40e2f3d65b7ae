import type { Adapter, ImportFile } from './reading/adapter'
import { breizhcamp } from './breizhcamp/breizhcamp'
import { conferenceHall } from './conference-hall/conference-hall'
import { csv } from './csv/csv'
import { devoxx } from './devoxx/devoxx'
import { emfCamp } from './emf-camp/emf-camp'
import { hoverboard } from './hoverboard/hoverboard'
import { ics } from './ics/ics'
import { jsonLd } from './json-ld/json-ld'
import { openPlanner } from './openplanner/openplanner'
import { frabJson } from './frab-json/frab-json'
import { frabXml } from './frab-xml/frab-xml'
import { programJson } from './program-json/program-json'
import { schedIcs } from './sched-ics/sched-ics'
import { schedJson } from './sched-json/sched-json'
import { sessionize } from './sessionize/sessionize'
import { spreadsheet } from './spreadsheet/spreadsheet'
import { voxxrin2014 } from './voxxrin-2014/voxxrin-2014'

/**
 * Every format that can be imported; of several that recognise the same files the first is meant: a table is what looks
 * like nothing else.
 */
export const adapters: Adapter[] = [
  schedIcs,
  schedJson,
  ics,
  sessionize,
  frabXml,
  frabJson,
  conferenceHall,
  openPlanner,
  voxxrin2014,
  jsonLd,
  devoxx,
  hoverboard,
  breizhcamp,
  emfCamp,
  programJson,
  spreadsheet,
  csv,
]

/**
 * The adapter for these files: the one of the named format, else the first that recognises them; null when there is
 * none.
 */
export function findAdapter(files: ImportFile[], format?: string): Adapter | null {
  return (
    adapters.find((adapter) => (format === undefined ? adapter.recognises(files) : adapter.format === format)) ?? null
  )
}
