import { z } from 'zod'
import { isTimeZone } from '@/lib/platform/time'
import { programSchema } from '@/lib/program/program'
import type { ImportFile } from './reading/adapter'
import { columnMappingSchema } from './reading/column-mapping'
import { questionSchema, type Answers } from './reading/questions'
import { readFiles } from './read-files'
import { adaptersOf, candidateSchema, candidatesOf } from './candidates'
import { looksLike } from './looks-like'
import { findAdapter } from './registry'

/** How to read files. */
export type ParseRequest = {
  /** A format's name; told by the content when absent. */
  format?: string
  /** The zone of wall times without an offset; null: the one that the files say truly, if they do. */
  timeZone: string | null
  /** Where neither says one: what the person's browser runs in. */
  guessedZone?: string | null
  mapping?: z.output<typeof columnMappingSchema>
  answers?: Answers
}

const problemSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  path: z.string(),
  entry: z.string().optional(),
  code: z.string(),
  detail: z.string(),
})

const readSchema = z.object({
  ok: z.literal(true),
  format: z.string(),
  timeZone: z.string(),
  program: programSchema,
  mapping: columnMappingSchema.optional(),
  headers: z.array(z.string()).optional(),
  questions: z.array(questionSchema).optional(),
  problems: z.array(problemSchema),
})

/** Why nothing was read. `problems` says more where there is more to say. */
const unreadSchema = z.object({
  ok: z.literal(false),
  reason: z.enum(['nothing-given', 'too-large', 'unknown-format', 'which-format', 'time-zone-needed', 'too-slow']),
  format: z.string().nullable(),
  title: z.string().nullable(),
  /** The formats to choose from, and what the files would be in each. */
  candidates: z.array(candidateSchema).optional(),
  problems: z.array(problemSchema),
})

/** What parse-worker.ts posts: the program is checked where it comes out of the room of hostile input. */
export const parseResultSchema = z.discriminatedUnion('ok', [readSchema, unreadSchema])
export type ParseResult = z.output<typeof parseResultSchema>
export type ParsedFiles = Extract<ParseResult, { ok: true }>
export type UnreadFiles = Extract<ParseResult, { ok: false }>

/**
 * Reads the files of one import in this thread: inflates, finds the format, decides the zone, parses. What cannot be
 * used is among the problems; nothing about the content throws.
 */
export function parseFiles(
  given: ImportFile[],
  { format, timeZone: wanted, guessedZone = null, ...said }: ParseRequest,
): ParseResult {
  const { files, problems } = readFiles(given)
  const unread = (
    reason: UnreadFiles['reason'],
    format: string | null = null,
    title: string | null = null,
  ): UnreadFiles => ({ ok: false, reason, format, title, problems })
  if (given.length === 0) return unread('nothing-given')
  if (files.length === 0)
    return unread(problems.some(({ code }) => code === 'too-large') ? 'too-large' : 'unknown-format')
  const recognised = format === undefined ? adaptersOf(files) : [findAdapter(files, format) ?? []].flat()
  const isOpen = recognised.length > 1 && isZoneOrNull(wanted)
  const candidates = isOpen ? candidatesOf(recognised, files, { timeZone: wanted, ...said }) : []
  if (candidates.length > 1) return { ...unread('which-format'), candidates }
  const adapter = recognised.find((one) => one.format === candidates[0]?.format) ?? recognised[0]
  if (!adapter) {
    problems.push(...files.map(looksLike))
    return unread('unknown-format')
  }
  const inspection = adapter.inspect(files)
  const timeZone = wanted ?? inspection.timeZone ?? guessedZone
  if (timeZone === null || !isTimeZone(timeZone)) return unread('time-zone-needed', adapter.format, inspection.title)
  const { program, problems: found, ...told } = adapter.parse(files, { timeZone, ...said })
  return {
    ok: true,
    format: adapter.format,
    timeZone,
    program: { ...program, title: program.title ?? inspection.title, siteKey: program.siteKey ?? inspection.siteKey },
    ...told,
    problems: [...problems, ...found],
  }
}

function isZoneOrNull(zone: string | null): boolean {
  return zone === null || isTimeZone(zone)
}
