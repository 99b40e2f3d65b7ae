import { randomUUID } from 'node:crypto'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import type { Problem } from '@/lib/platform/errors'
import { lockConference, raiseVersion } from '../edit/conference-version'
import { makeRelease } from '../edit/release'
import { linkContainers } from './containers'
import { countDiffs, diffSessions, type DiffCounts, type SessionDiff } from './diff'
import { guardsOf, type Guard, type GuardCode } from './guards/guards'
import { bringPlaces, type Places } from './import-places'
import { leaveOut } from './leave-out'
import { arrivalsOf } from './arriving-session'
import { recordRun, settleSource, type ImportOrigin, type RunRecord } from './runs/import-run'
import { writeSessions } from './import-sessions'
import { bringSpeakers } from './import-speakers'
import { putInPlace } from './misplaced'
import { nameOfSeen } from './preview/seen'
import type { Program, ProgramSession } from '@/lib/program/program'
import { snapshotsOf } from '@/lib/program/snapshot'
import { inSplitRooms } from '../splitting/split-rooms'
import { listStoredSessions, type StoredRow } from './stored-sessions'

export type NewSource = { name: string; format: string; siteKey: string | null; address: string | null }

export type ImportRequest = {
  conferenceId: string
  /** A stored source, with what is learnt of it only now, or one that this import makes. */
  source: { id: string; format?: string; siteKey?: string; address?: string } | NewSource
  program: Program
  problems: Problem[]
  /** Who imports; null: the machine, or the person at its terminal. */
  userId: string | null
  /** How large the files were. */
  bytes: number
  /** The guards to which somebody said yes. */
  accept: readonly GuardCode[]
  /** Changes that somebody left out, as `changeKey` names them; absent: none. */
  leave?: readonly string[]
  /** What somebody looked at, as `nameOfSeen` gives it; absent: nobody did. */
  seen?: string
  /** To be remembered for the next import of this source, such as a corrected column mapping. */
  options?: Prisma.InputJsonObject
  /** Where the files come from; absent: from nowhere that could be asked again. */
  origin?: ImportOrigin
}

export type ImportDiff = { counts: DiffCounts; diffs: SessionDiff[] }
/** What has to be asked before it: also what was said yes to. */
export type Guarded = ImportDiff & { guards: Guard[] }
export type ImportRefusal =
  | { ok: false; reason: 'nothing-usable' | 'other-than-seen' }
  | ({ ok: false; reason: 'guarded' } & Guarded)
export type ImportOutcome =
  | ({ ok: true; sourceId: string; version: number; /** Null: nothing changed. */ release: number | null } & Guarded)
  | ImportRefusal

/** Time for the largest program there may be, on a slow disk. */
export const IMPORT_TRANSACTION = { timeout: 120_000, maxWait: 120_000 }

/** What an import would change; of a new source everything is added. Writes nothing. */
export async function previewImport(
  db: Database,
  asked: Pick<ImportRequest, 'source' | 'program' | 'problems' | 'accept'> & {
    /** Null: it is to be made. */ conferenceId: string | null
  },
): Promise<({ ok: true } & Guarded) | ImportRefusal> {
  const request = { ...asked, program: await inSplitRooms(db, asked.conferenceId, asked.program) }
  const stored = 'id' in request.source ? await listStoredSessions(db, request.source.id) : []
  const judged = await judge(db, request, stored, summed(diffOf(request.program, stored)))
  return judged.ok ? { ok: true, ...judged.guarded } : judged.refusal
}

/**
 * Brings a program into a conference, whole or not at all: adds, changes, cancels and restores sessions of this one
 * source, keeps every organizer's decision, and raises the version once if anything can be seen to change. The same
 * again changes nothing.
 * @returns "nothing-usable" for a program without sessions; "guarded" where a guard stands against it that `accept`
 * does not name; "other-than-seen" where it would change something else than was looked at. None changes anything
 */
export function importProgram(db: PrismaClient, request: ImportRequest, now: Date): Promise<ImportOutcome> {
  return db.$transaction((tx) => applyProgram(tx, request, now), IMPORT_TRANSACTION)
}

/** The same inside a transaction of the caller's, who must end it at a refusal if they wrote before. */
export async function applyProgram(
  tx: Prisma.TransactionClient,
  asked: ImportRequest,
  now: Date,
): Promise<ImportOutcome> {
  const conference = await lockConference(tx, asked.conferenceId)
  const request = { ...asked, program: await inSplitRooms(tx, conference.id, asked.program) }
  const stored = 'id' in request.source ? await listStoredSessions(tx, request.source.id) : []
  const all = diffOf(request.program, stored)
  if (request.seen !== undefined && request.seen !== nameOfSeen(all.map(({ diff }) => diff)))
    return { ok: false, reason: 'other-than-seen' }
  const { program, compared } = leaveOut(request.program, all, request.leave ?? [])
  const judged = await judge(tx, request, stored, summed(compared))
  if (!judged.ok) return judged.refusal

  const sourceId = await writeSource(tx, request, now)
  const version = conference.version + 1
  const places = await bringPlaces(tx, conference.id, program, { sourceId, now })
  const placed = placeAll(compared, stored, places)
  const summary = summed(placed)
  const speakers = await bringSpeakers(tx, conference.id, sourceId, program.speakers)
  const importRunId = randomUUID()
  await recordRun(tx, { ...runOf(request, summary.counts), id: importRunId, sourceId }, now)
  const speakerKeys = new Map(placed.map(({ diff, session }) => [diff, session?.speakerKeys ?? []]))
  const arrivals = arrivalsOf(summary.diffs, stored, (diff) =>
    (speakerKeys.get(diff) ?? []).flatMap((key) => speakers.idOf(key) ?? []),
  )
  await writeSessions(tx, arrivals, { conference, sourceId, importRunId, userId: request.userId, version, places, now })
  const hasMoved = await linkContainers(tx, conference.id, version)
  const hasChanged = summary.diffs.some(({ kind }) => kind !== 'unchanged')
  const isVisible = hasMoved || places.isNews || speakers.isNews || hasChanged
  if (isVisible) await raiseVersion(tx, conference, now)
  const madeBy = { kind: 'import' as const, version, userId: request.userId, importRunId }
  const release = hasChanged ? await makeRelease(tx, conference.id, madeBy, now) : null
  return {
    ok: true,
    sourceId,
    version: isVisible ? version : conference.version,
    release,
    ...summary,
    guards: judged.guarded.guards,
  }
}

type Compared = {
  diff: SessionDiff
  /** What the program says; null for a session that vanished from it. */ session: ProgramSession | null
}

function diffOf(program: Program, stored: StoredRow[]): Compared[] {
  const snapshotOf = snapshotsOf(program)
  const incoming = program.sessions.map((session) => ({ sourceId: session.sourceId, snapshot: snapshotOf(session) }))
  return diffSessions(stored, incoming).map((diff, index) => ({ diff, session: program.sessions[index] ?? null }))
}

function placeAll(compared: Compared[], stored: StoredRow[], places: Places): Compared[] {
  const rows = new Map(stored.map((session) => [session.id, session]))
  return compared.map(({ diff, session }) => ({ diff: putInPlace(diff, rows.get(diff.id ?? ''), places), session }))
}

// A part of the files is missing: what is not in the rest need not be gone.
const incomplete = ['file-cut-short', 'gzip-broken', 'not-fetched', 'file-unreadable']

type Judged = { ok: true; guarded: Guarded } | { ok: false; refusal: ImportRefusal }

async function judge(
  db: Database,
  { source, program, problems, accept }: Pick<ImportRequest, 'source' | 'program' | 'problems' | 'accept'>,
  stored: StoredRow[],
  summary: ImportDiff,
): Promise<Judged> {
  if (program.sessions.length === 0) return { ok: false, refusal: { ok: false, reason: 'nothing-usable' } }
  const known =
    'id' in source ? await db.source.findUnique({ where: { id: source.id }, select: { siteKey: true } }) : null
  const guards = guardsOf({
    stored,
    diffs: summary.diffs,
    isIncomplete: problems.some(({ code }) => incomplete.includes(code)),
    siteKeys: { known: known?.siteKey ?? null, given: program.siteKey },
  })
  const guarded = { ...summary, guards }
  return guards.every(({ code }) => accept.includes(code))
    ? { ok: true, guarded }
    : { ok: false, refusal: { ok: false, reason: 'guarded', ...guarded } }
}

function summed(compared: Compared[]): ImportDiff {
  const diffs = compared.map(({ diff }) => diff)
  return { counts: countDiffs(diffs), diffs }
}

async function writeSource(
  tx: Prisma.TransactionClient,
  { conferenceId, source, options, origin }: ImportRequest,
  now: Date,
): Promise<string> {
  const { timeZone } = origin ?? {}
  if ('id' in source) {
    const { id, format, siteKey, address } = source
    await tx.source.update({
      where: { id, conferenceId },
      data: { format, siteKey, address, options, timeZone, fetchedAt: now },
    })
    if (origin) await settleSource(tx, id, origin)
    return id
  }
  const { id } = await tx.source.create({
    data: { conferenceId, ...source, options, timeZone, fetchedAt: now, createdAt: now },
    select: { id: true },
  })
  if (origin) await settleSource(tx, id, origin)
  return id
}

function runOf({ userId, bytes, problems, leave = [], origin }: ImportRequest, counts: DiffCounts): RunRecord {
  const hasChanged = counts.added + counts.changed + counts.cancelled + counts.restored > 0
  const { kind, address, fileNames, contentHash } = origin ?? {}
  const outcome = hasChanged ? 'applied' : 'unchanged'
  return { kind, address, fileNames, contentHash, userId, bytes, problems, counts, outcome, left: [...leave] }
}
