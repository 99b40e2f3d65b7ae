import { decodeHTMLStrict } from 'entities'
import { cleanLine } from '@/lib/platform/clean-text'
import { partsOfFile } from '../ics/calendar'
import { readCalendarFiles } from '../ics/calendar-files'
import { headerOf } from '../ics/header'
import type { Adapter, ImportFile, Inspection, Parsed } from '../reading/adapter'
import { decodeText } from '../reading/encoding'
import { addSite } from './site'

/**
 * The calendar of a sched.com site (`/all.ics`). It has no room and no speaker: both are found in LOCATION and SUMMARY.
 * UID is what identifies a session; SEQUENCE and DTSTAMP mean nothing; the conference's zone is not in the file.
 * Of several files the first names the source.
 */
export const schedIcs: Adapter = {
  format: 'sched-ics',
  recognises: (files) =>
    files.length > 0 && files.every((file) => /^PRODID[^\r\n]*:-\/\/Sched\.com /m.test(decodeText(file.bytes).text)),
  inspect: (files) => siteOf(files[0]),
  parse: (files, options): Parsed => {
    const { program, ...told } = readCalendarFiles(files, options, (draft, { file, parts, events }) => {
      if (events.length === 0) draft.addProblem('error', file.name, 'no-sessions')
      return addSite(draft, lineOf(headerOf(parts, 'X-WR-CALNAME')), events, options)
    })
    return { program: { ...program, ...siteOf(files[0]) }, ...told }
  },
}

function siteOf(file: ImportFile | undefined): Inspection {
  const parts = partsOfFile(file)
  const [, title = ''] = /^-\/\/Sched\.com (.*?)(?:\/\/\w*)?$/.exec(lineOf(headerOf(parts, 'PRODID')) ?? '') ?? []
  return { title: title || null, siteKey: lineOf(headerOf(parts, 'X-WR-CALNAME')), timeZone: null }
}

function lineOf(text: string): string | null {
  return cleanLine(decodeHTMLStrict(text))
}
