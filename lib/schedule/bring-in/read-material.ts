import type { Database } from '@/lib/platform/db'
import type { Problem } from '@/lib/platform/errors'
import type { Candidate } from '@/lib/formats/candidates'
import type { ParsedFiles, ParseRequest, ParseResult, UnreadFiles } from '@/lib/formats/parse'
import type { ColumnMapping } from '@/lib/formats/reading/column-mapping'
import type { Answers, OpenQuestion } from '@/lib/formats/reading/questions'
import { rememberedSchema, type Remembered } from '@/lib/formats/reading/remembered'
import { chooseSource } from './choose-source'
import type { DiffCounts, SessionDiff } from './diff'
import type { ImportMaterial } from './fetching/fetch-source'
import type { Guard, GuardCode } from './guards/guards'
import type { ImportRequest, NewSource } from './import-program'
import { firstHoursOf, type FirstHours } from './preview/first-hours'
import { countStanding, type Standing } from './standing'

export type BringInRequest = ImportMaterial & {
  /** The conference that it is for; null: one that is yet to be made. */
  conference: { id: string; timeZone: string } | null
  /** As the person calls the source; null: tell by its content. */
  sourceName: string | null
  format?: string
  /** Null: the conference's, else the files' own, else the guess. */
  timeZone: string | null
  guessedZone?: string | null
  /** CSV: which column holds what; absent: as the last time, else a guess. */
  mapping?: ColumnMapping
  /** To questions that the files leave open; absent: as the last time, else a guess. */
  answers?: Answers
  /** The guards to which somebody says yes. */
  accept: readonly GuardCode[]
  /** Changes to leave out, as the preview names them; absent: none. */
  leave?: readonly string[]
  /** What somebody looked at, as `nameOfSeen` gives it: nothing else is let in. Absent: nobody did. */
  seen?: string
}

export type BringInReason =
  | UnreadFiles['reason']
  | 'which-source'
  | 'guarded'
  | 'answer-needed'
  | 'nothing-usable'
  | 'other-than-seen'
  | 'name-needed'

/** What files are, and what they would change. */
export type BringInReport = {
  /** Why they cannot be let in, or what has to be answered first; null: nothing stands against it. */
  reason: BringInReason | null
  format: string | null
  title: string | null
  timeZone: string | null
  source: string | null
  standing: Standing
  /** The formats to choose from, where the files may be of several. */
  candidates?: Candidate[]
  /** How each day begins, on clocks in the zone. */
  firstHours: FirstHours[]
  /** Null when it is not known against which source to compare. */
  counts: DiffCounts | null
  diffs: SessionDiff[]
  problems: Problem[]
  /** What needs a yes of its own, also what was said yes to; absent: nothing. */
  guards?: Guard[]
  /** What the files may mean in two ways. */
  questions?: OpenQuestion[]
  /** How many people picked what changes (null: fewer than five); absent: nothing that stood changes. */
  affected?: number | null
  /** How many of what moves or is cancelled organizers have in their draft, too. */
  drafted?: number
  mapping?: ColumnMapping
  headers?: string[]
}

export type Parse = (files: ImportMaterial['files'], request: ParseRequest) => Promise<ParseResult>

/** Files that were read, and which source they are. */
export type ReadFiles = {
  report: BringInReport
  parsed: ParsedFiles
  source: ImportRequest['source']
  remembered: Remembered
}
type Read = { report: BringInReport } | ReadFiles

/** Reads the files and decides which source they are. */
export async function readMaterial(db: Database, request: BringInRequest, parse: Parse): Promise<Read> {
  const { conference, files, format, mapping, answers, guessedZone } = request
  const timeZone = request.timeZone ?? conference?.timeZone ?? null
  const first = await parse(files, { format, timeZone, guessedZone, mapping, answers })
  if (!first.ok) return { report: unreadReport(first, request.problems) }
  const sources = conference
    ? await db.source.findMany({
        where: { conferenceId: conference.id },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      })
    : []
  const siteKey = first.program.siteKey ?? request.siteKey
  const choice = chooseSource(sources, {
    name: request.sourceName,
    format: first.format,
    siteKey,
    address: request.address,
    title: first.program.title,
  })
  // Nothing to bring in: whose it would be need not be asked.
  if ('question' in choice)
    return {
      report: {
        ...reportOf(first, request.problems),
        reason: first.program.sessions.length > 0 ? choice.question : 'nothing-usable',
      },
    }
  if ('new' in choice) {
    const source: NewSource = { name: choice.new, format: first.format, siteKey, address: request.address }
    const report = { ...reportOf(first, request.problems), source: source.name }
    return { report, parsed: first, source, remembered: {} }
  }
  const { id, name, options, ...known } = choice.source
  const remembered = rememberedSchema.safeParse(options).data ?? {}
  const parsed = await parseAsLastTime(first, remembered, request, parse)
  const source = {
    id,
    format: known.format === parsed.format ? undefined : parsed.format,
    siteKey: known.siteKey === null ? (siteKey ?? undefined) : undefined,
    address: known.address === null ? (request.address ?? undefined) : undefined,
  }
  return { report: { ...reportOf(parsed, request.problems), source: name }, parsed, source, remembered }
}

/** As a person once put it right, where the files still have what that was about. */
async function parseAsLastTime(
  parsed: ParsedFiles,
  remembered: Remembered,
  { files, mapping: given, answers }: BringInRequest,
  parse: Parse,
): Promise<ParsedFiles> {
  const mapping = given ?? (hasColumns(parsed, remembered.mapping) ? remembered.mapping : undefined)
  const isAnswered = parsed.questions?.some(({ id, answer }) => answer === null && remembered.answers?.[id])
  if (mapping === given && !isAnswered) return parsed
  const again = await parse(files, {
    format: parsed.format,
    timeZone: parsed.timeZone,
    mapping,
    answers: { ...remembered.answers, ...answers },
  })
  return again.ok ? again : parsed
}

function hasColumns({ mapping, headers }: ParsedFiles, wanted: ColumnMapping | undefined): boolean {
  return mapping !== undefined && Object.values(wanted ?? {}).every((column) => headers?.includes(column) ?? true)
}

function reportOf(
  { format, timeZone, program, mapping, headers, questions, problems }: ParsedFiles,
  before: Problem[],
): BringInReport {
  return {
    reason: null,
    format,
    title: program.title,
    timeZone,
    source: null,
    standing: countStanding(program),
    firstHours: firstHoursOf(program, timeZone),
    counts: null,
    diffs: [],
    problems: [...before, ...problems],
    questions,
    mapping,
    headers,
  }
}

function unreadReport({ reason, format, title, candidates, problems }: UnreadFiles, before: Problem[]): BringInReport {
  return { ...nothingRead([...before, ...problems]), reason, format, title, candidates }
}

/** What is said of files of which nothing is known, but for why. */
export function nothingRead(problems: Problem[]): Omit<BringInReport, 'reason'> {
  return {
    format: null,
    title: null,
    timeZone: null,
    source: null,
    standing: { sessions: 0, rooms: 0, speakers: 0, days: 0 },
    firstHours: [],
    counts: null,
    diffs: [],
    problems,
  }
}
