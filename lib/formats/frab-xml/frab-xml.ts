import { limits } from '@/lib/program/program'
import type { Adapter, ImportFile, Inspection, ParseOptions } from '../reading/adapter'
import { addSchedule } from '../frab/add-schedule'
import { conferenceHead, unnamed } from '../frab/head'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { rootOf } from './elements'
import { readXmlSchedule } from './read-schedule'
import { xmlText } from './xml-text'

/** How far into a file its root is looked for: behind comments, style sheets, a document type. */
const PROLOG_BYTES = 65_536
/** How far its conference and first event: behind everybody's biography. */
const HEAD_BYTES = 2_000_000

/**
 * The XML of frab and its family: Pentabarf (FOSDEM), pretalx, wafer (DebConf), merged schedules of the CCC, and the
 * dialect of EuroPython 2014. A guid is the identity, else the id. Instants have an offset, or are a day and a time in
 * the zone. Of several files the first names the source.
 */
export const frabXml: Adapter = {
  format: 'frab-xml',
  recognises: (files) => files.length > 0 && files.every(isSchedule),
  inspect: (files) => inspect(files[0]),
  parse: (files, options) => {
    const draft = startProgram()
    const [first = unnamed] = files.map((file) => addFile(file, files.length > 1, draft, options))
    const { program, ...rest } = draft.finish()
    return { ...rest, program: { ...program, ...first } }
  },
}

function isSchedule({ bytes }: ImportFile): boolean {
  const { text } = xmlText(bytes, PROLOG_BYTES)
  return /^\s*</.test(text) && rootOf(text) === 'schedule'
}

function inspect(file: ImportFile | undefined): Inspection {
  return file ? conferenceHead(readXmlSchedule(xmlText(file.bytes, HEAD_BYTES).text, String, 1).schedule) : unnamed
}

/** Adds what a file holds, and gives what it says of the conference. */
function addFile(file: ImportFile, isOneOfMany: boolean, draft: ProgramDraft, options: ParseOptions): Inspection {
  const pathOf = (line: number) => `${isOneOfMany ? `${file.name}, ` : ''}line ${line}`
  const { text, damaged } = xmlText(file.bytes)
  const { schedule, hasMore, fault } = readXmlSchedule(text, pathOf)
  if (fault) draft.addProblem('error', pathOf(fault.line), fault.code, fault.detail)
  if (damaged) draft.addProblem('warning', file.name, 'characters-unreadable')
  const entities = ownEntities(text)
  if (entities.length > 0) draft.addProblem('warning', file.name, 'entities-unread', entities.join(', '))
  if (hasMore) draft.addProblem('error', file.name, 'too-many-sessions', `> ${limits.sessions}`)
  if (schedule.events.length === 0) draft.addProblem('error', file.name, 'no-sessions')
  addSchedule(schedule, draft, options, isOneOfMany ? `${file.name}|` : '')
  return conferenceHead(schedule)
}

/** The first few entities that the file defines itself, within itself or elsewhere. */
function ownEntities(text: string): string[] {
  const prolog = text.slice(0, Math.max(0, text.search(/<schedule[\s>/]/)))
  return [...prolog.slice(0, PROLOG_BYTES).matchAll(/<!ENTITY\s+(?:%\s+)?([\w.-]{1,40})/g)]
    .slice(0, 5)
    .map(([, name = '']) => name)
}
