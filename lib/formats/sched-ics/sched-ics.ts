import { decodeHTMLStrict } from 'entities'
import { cleanLine } from '@/lib/platform/clean-text'
import { partsOfFile, readCalendar } from '../ics/calendar'
import { headerOf } from '../ics/header'
import { withTitles } from '../ics/sessions'
import type { Adapter, ImportFile, Inspection, Parsed, ParseOptions } from '../reading/adapter'
import { decodeText } from '../reading/encoding'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
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
    const draft = startProgram()
    const titles = new Map(files.flatMap((file) => [...addFile(draft, file, files.length > 1, options)]))
    const { program, ...told } = draft.finish()
    const sessions = withTitles(program.sessions, titles)
    return { program: { ...program, ...siteOf(files[0]), sessions }, ...told }
  },
}

function addFile(
  draft: ProgramDraft,
  file: ImportFile,
  isOneOfMany: boolean,
  options: ParseOptions,
): Map<string, string> {
  const pathOf = (path: string) => (isOneOfMany ? `${file.name}, ${path}` : path)
  const parts = partsOfFile(file)
  const events = readCalendar(draft, parts, { pathOf, timeZone: options.timeZone })
  if (events.length === 0) draft.addProblem('error', file.name, 'no-sessions')
  return addSite(draft, lineOf(headerOf(parts, 'X-WR-CALNAME')), events, options)
}

function siteOf(file: ImportFile | undefined): Inspection {
  const parts = partsOfFile(file)
  const [, title = ''] = /^-\/\/Sched\.com (.*?)(?:\/\/\w*)?$/.exec(lineOf(headerOf(parts, 'PRODID')) ?? '') ?? []
  return { title: title || null, siteKey: lineOf(headerOf(parts, 'X-WR-CALNAME')), timeZone: null }
}

function lineOf(text: string): string | null {
  return cleanLine(decodeHTMLStrict(text))
}
