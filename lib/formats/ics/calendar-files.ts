import type { ImportFile, Parsed, ParseOptions } from '../reading/adapter'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { partsOfFile, readCalendar } from './calendar'
import type { CalendarEvent } from './event'
import type { IcsParts } from './lines'
import { withTitles } from './sessions'

/** One file, with its events at all their times. */
export type CalendarOfFile = { file: ImportFile; parts: IcsParts; events: CalendarEvent[] }

/**
 * Reads the files of an import as calendars; a problem of one of several says of which.
 * @param add adds what the events of one file are in its format, and gives for each SUMMARY its title
 */
export function readCalendarFiles(
  files: ImportFile[],
  { timeZone }: ParseOptions,
  add: (draft: ProgramDraft, calendar: CalendarOfFile) => Map<string, string>,
): Parsed {
  const draft = startProgram()
  const titles = files.flatMap((file) => {
    const pathOf = (path: string) => (files.length > 1 ? `${file.name}, ${path}` : path)
    const parts = partsOfFile(file)
    return [...add(draft, { file, parts, events: readCalendar(draft, parts, { pathOf, timeZone }) })]
  })
  const { program, ...told } = draft.finish()
  return { program: { ...program, sessions: withTitles(program.sessions, new Map(titles)) }, ...told }
}
