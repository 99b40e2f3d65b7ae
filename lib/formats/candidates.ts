import { z } from 'zod'
import type { Adapter, ImportFile, ParseOptions } from './reading/adapter'
import { findAdapter } from './registry'

export const candidateSchema = z.object({
  format: z.string(),
  sessions: z.number(),
  rooms: z.number(),
  speakers: z.number(),
})

/** What the files would be in a format: the reason to choose it, or another. */
export type Candidate = z.output<typeof candidateSchema>

/** The formats that all files together are of, or one of them alone. */
export function adaptersOf(files: ImportFile[]): Adapter[] {
  const alone = files.length > 1 ? files.map((file) => findAdapter([file])) : []
  const found = [...new Set([findAdapter(files), ...alone])].filter((adapter) => adapter !== null)
  // Tables of text are read with the spreadsheets beside them: nobody has to choose.
  const hasSpreadsheet = found.some(({ format }) => format === 'spreadsheet')
  return found.filter(({ format }) => format !== 'csv' || !hasSpreadsheet)
}

/** What the files give in each format; one that gives no session is none to choose. */
export function candidatesOf(
  recognised: Adapter[],
  files: ImportFile[],
  options: Omit<ParseOptions, 'timeZone'> & { timeZone: string | null },
): Candidate[] {
  return recognised.flatMap((adapter) => {
    const timeZone = options.timeZone ?? adapter.inspect(files).timeZone ?? 'UTC'
    const { sessions, rooms, speakers } = adapter.parse(files, { ...options, timeZone }).program
    return sessions.length > 0
      ? [{ format: adapter.format, sessions: sessions.length, rooms: rooms.length, speakers: speakers.length }]
      : []
  })
}
