import { languages } from '@/lib/i18n/language-names'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError, type Problem } from '@/lib/platform/errors'
import { chooseSource } from './choose-source'
import { countAffected } from './preview/count-affected'
import { insertConference, type NewConference } from '../edit/conference'
import type { DiffCounts, SessionDiff } from './diff'
import type { ImportMaterial } from './fetching/fetch-source'
import { firstHoursOf, type FirstHours } from './preview/first-hours'
import { zonesThatExplain, type Guard, type GuardCode } from './guards/guards'
import type { ColumnMapping } from '@/lib/formats/reading/column-mapping'
import { waitsForAnswer, type Answers, type OpenQuestion } from '@/lib/formats/reading/questions'
import { rememberAlso, rememberedSchema, type Remembered } from '@/lib/formats/reading/remembered'
import type { Candidate } from '@/lib/formats/candidates'
import type { ParsedFiles, ParseRequest, ParseResult, UnreadFiles } from '@/lib/formats/parse'
import { parseInWorker } from '@/lib/formats/parse-in-worker'
import {
  applyProgram,
  IMPORT_TRANSACTION,
  previewImport,
  type Guarded,
  type ImportRefusal,
  type ImportRequest,
  type NewSource,
} from './import-program'
import { isTimeZone } from '@/lib/platform/time'
import { countStanding, type Standing } from './standing'

export type BringInRequest = ImportMaterial & {
  /** The conference that it is for; null: one that is yet to be made. */
  conference: { id: string; timeZone: string } | null
  /** As the person calls the source; null: tell by its content. */
  sourceName: string | null
  format?: string
  /** Null: the conference's, else the files' own. */
  timeZone: string | null
  /** CSV: which column holds what; absent: as the last time, else a guess. */
  mapping?: ColumnMapping
  /** To questions that the files leave open; absent: as the last time, else a guess. */
  answers?: Answers
  /** The guards to which somebody says yes. */
  accept: readonly GuardCode[]
  /** Changes to leave out, as the preview names them; absent: none. */
  leave?: readonly string[]
}

export type BringInReason = UnreadFiles['reason'] | 'which-source' | 'guarded' | 'answer-needed' | 'nothing-usable'

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
  mapping?: ColumnMapping
  headers?: string[]
}

type Parse = (files: ImportMaterial['files'], request: ParseRequest) => Promise<ParseResult>

/**
 * Says what files would change, and changes nothing.
 * @param parse in a thread of its own, unless a test says otherwise
 */
export async function previewBringIn(
  db: Database,
  request: BringInRequest,
  parse: Parse = parseInWorker,
): Promise<BringInReport> {
  const read = await readMaterial(db, request, parse)
  if (!('source' in read)) return read.report
  const outcome = await previewImport(db, {
    source: read.source,
    program: read.parsed.program,
    problems: read.report.problems,
    accept: request.accept,
  })
  const reason = waitsForAnswer(read.parsed.questions) ? ('answer-needed' as const) : null
  const report: BringInReport = outcome.ok
    ? { ...read.report, ...outcomeOf(outcome), reason }
    : { ...read.report, ...refusalOf(outcome) }
  const touches = report.diffs.some(({ id, kind }) => id !== null && kind !== 'unchanged')
  const counted = touches ? { ...report, affected: await countAffected(db, report.diffs) } : report
  return offerZone(db, request, counted, read.parsed, parse)
}

/**
 * The same report, with the zone in which the files would shift nothing beside the guard of a shift, where one of those
 * that are at hand is it: files whose times say their zone stay shifted in every one.
 */
async function offerZone(
  db: Database,
  request: BringInRequest,
  report: BringInReport,
  { program, timeZone }: ParsedFiles,
  parse: Parse,
): Promise<BringInReport> {
  const shift = report.guards?.find((guard) => guard.code === 'all-shifted')
  const startAt = program.sessions.find((session) => session.startAt !== null)?.startAt
  if (!shift || !startAt) return report
  const atHand = [request.conference?.timeZone ?? [], program.timeZone ?? [], 'UTC'].flat().filter(isTimeZone)
  for (const zone of zonesThatExplain(shift.minutes, new Date(startAt), timeZone, atHand)) {
    const again = await readMaterial(db, { ...request, timeZone: zone }, parse)
    if (!('source' in again)) continue
    const { source, parsed, report: before } = again
    const asked = { source, program: parsed.program, problems: before.problems, accept: request.accept }
    const outcome = await previewImport(db, asked)
    if (!('guards' in outcome) || outcome.guards.some(({ code }) => code === shift.code)) continue
    return {
      ...report,
      guards: report.guards?.map((guard) => (guard === shift ? { ...shift, timeZone: zone } : guard)),
    }
  }
  return report
}

/** The conference to make when there is none yet; without a name it is called as the files say, else as its address. */
export type ConferenceToMake = Omit<NewConference, 'name' | 'timeZone'> & { name: string | null }

/**
 * Brings files in, whole or not at all, making the conference when there is none.
 * @returns `conference` null: nothing was changed, and `reason` says why
 * @throws {AppError} INVALID when a conference to be made has no name; CONFLICT when its address is taken
 */
export async function applyBringIn(
  db: PrismaClient,
  request: BringInRequest,
  { make, userId }: { make: ConferenceToMake | null; userId: string | null },
  now: Date,
  parse: Parse = parseInWorker,
): Promise<BringInReport & { conference: { id: string; slug: string } | null }> {
  const read = await readMaterial(db, request, parse)
  if (!('source' in read)) return { ...read.report, conference: null }
  const { parsed, source, report } = read
  if (parsed.program.sessions.length === 0) return { ...report, reason: 'nothing-usable', conference: null }
  if (waitsForAnswer(parsed.questions)) return { ...report, reason: 'answer-needed', conference: null }
  const done = await db.$transaction(async (tx) => {
    const conferenceId = request.conference?.id ?? (await insertConference(tx, nameIt(make, parsed), now)).id
    const bytes = request.files.reduce((sum, file) => sum + file.bytes.length, 0)
    const options = rememberAlso(read.remembered, request)
    const outcome = await applyProgram(
      tx,
      {
        conferenceId,
        source,
        program: parsed.program,
        problems: report.problems,
        userId,
        bytes,
        accept: request.accept,
        leave: request.leave,
        options,
      },
      now,
    )
    if (!outcome.ok) return { ...report, ...refusalOf(outcome), conference: null }
    const conference = await tx.conference.findUniqueOrThrow({
      where: { id: conferenceId },
      select: { id: true, slug: true },
    })
    return { ...report, ...outcomeOf(outcome), conference }
  }, IMPORT_TRANSACTION)
  if (done.conference) return done
  return { ...(await offerZone(db, request, done, parsed, parse)), conference: null }
}

function nameIt(make: ConferenceToMake | null, { program, timeZone }: ParsedFiles): NewConference {
  const name = make?.name ?? program.title ?? make?.slug
  if (!make || !name) throw new AppError('INVALID', 'a conference needs a name')
  return { ...make, name, timeZone, language: make.language ?? languageOf(program.language) }
}

function languageOf(language: string | null): string {
  return languages.find((known) => language?.startsWith(known)) ?? 'en'
}

type Read =
  | { report: BringInReport }
  | { report: BringInReport; parsed: ParsedFiles; source: ImportRequest['source']; remembered: Remembered }

/** Reads the files and decides which source they are. */
async function readMaterial(db: Database, request: BringInRequest, parse: Parse): Promise<Read> {
  const { conference, files, format, mapping, answers } = request
  const timeZone = request.timeZone ?? conference?.timeZone ?? null
  const first = await parse(files, { format, timeZone, mapping, answers })
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
  return {
    reason,
    format,
    title,
    candidates,
    timeZone: null,
    source: null,
    standing: { sessions: 0, rooms: 0, speakers: 0, days: 0 },
    firstHours: [],
    counts: null,
    diffs: [],
    problems: [...before, ...problems],
  }
}

function outcomeOf({ counts, diffs, guards }: Guarded) {
  return { counts, diffs, guards }
}

function refusalOf(refusal: ImportRefusal): Pick<BringInReport, 'reason'> & Partial<Guarded> {
  return refusal.reason === 'guarded' ? { reason: refusal.reason, ...outcomeOf(refusal) } : { reason: refusal.reason }
}
