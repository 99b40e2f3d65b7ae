import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { addDays, dateOn } from '@/lib/platform/time'
import { loadBecame } from '@/lib/program/became'
import { Unchanged } from '@/lib/schedule/edit/conference-version'
import { requireInScope, type Editing } from '@/lib/schedule/scope'
import { isSamePlace, boardPlaceOf, type DrawnSession, type BoardPlace } from '../board'
import type { WantedMove } from '../schema'
import { changeDraft, type ChangedDraft } from './change-draft'
import { discardMoves } from './discard-moves'
import { isUnseen, overtakenOf, type Overtaken } from './overtaken'
import { readMoves, type StoredMove } from './read-draft'
import { readSessions, type ReadSession } from './read-sessions'

type Tx = Prisma.TransactionClient

export type MoveOutcome =
  | { ok: true; /** The draft's. */ version: number; overtaken: Overtaken[] }
  /** These are cancelled or deleted: nothing was moved. */
  | { ok: false; reason: 'sessions-gone'; sessionIds: string[] }
  /** These are elsewhere than whoever moves expects: nothing was moved. */
  | { ok: false; reason: 'moved-meanwhile'; elsewhere: Elsewhere[] }

/** Where a session is that is not where it was expected, and who moved it there. */
export type Elsewhere = {
  sessionId: string
  /** Null: it is not in the draft. */ place: BoardPlace | null
  /** Null: nobody moved it in the draft, or their account is gone. */ by: string | null
}

/**
 * Moves sessions in the draft, all of them or none. The same again changes nothing; a session that is put where it is
 * published is no longer moved. Of two organizers who move one session the later one's stands, and is told of the
 * other.
 * @param asked what is moved, and which version of the draft whoever moves has seen
 * @throws {AppError} FORBIDDEN for a session that is not of what a lead leads; NOT_FOUND for a session or a room that
 *   is another conference's, or none; INVALID for a start on another date than the day's or the night's after it
 */
export function moveOnBoard(
  db: PrismaClient,
  granted: Editing,
  { moves, seen, timeZone }: { moves: readonly WantedMove[]; seen: number; timeZone: string },
  now: Date,
): Promise<MoveOutcome> {
  return changeDraft<MoveOutcome>(db, granted, async (tx, draft) => {
    const wanted = await standingPlaces(tx, draft.conferenceId, moves)
    if (wanted.some(({ place }) => !isOnItsDay(place, timeZone))) throw new AppError('INVALID', 'day')
    const ids = wanted.map(({ sessionId }) => sessionId)
    // What is drawn is of no track: only whoever may edit all draws.
    await requireInScope(tx, granted, ids)
    const before = new Map((await readMoves(tx, draft.conferenceId, ids)).map((move) => [move.sessionId, move]))
    const published = await publishedOf(tx, draft.conferenceId, ids)
    const gone = wanted.filter((move) => isGone(move, published, before)).map(({ sessionId }) => sessionId)
    if (gone.length > 0) return new Unchanged({ ok: false, reason: 'sessions-gone', sessionIds: gone })
    const elsewhere = wanted.flatMap((move) => elsewhereThan(move, published, before))
    if (elsewhere.length > 0) return new Unchanged({ ok: false, reason: 'moved-meanwhile', elsewhere })

    const rows = wanted.map((move) => rowOf(move, published.get(move.sessionId), before.get(move.sessionId)))
    const home = rows.filter(({ from, place, sessionId }) => from && isSamePlace(from, place) && before.has(sessionId))
    const away = rows.filter((row) => !(row.from && isSamePlace(row.from, row.place)) && isNews(row, before))
    const overtaken = overtakenBy(rows, before, { seen, userId: granted.userId })
    if (home.length + away.length === 0) return new Unchanged({ ok: true, version: draft.version, overtaken: [] })
    const back = home.map(({ sessionId }) => sessionId)
    await discardMoves(tx, draft, back, now)
    await keepMoves(tx, draft, away, { userId: granted.userId, now })
    return { ok: true, version: draft.next, overtaken }
  })
}

async function standingPlaces(tx: Tx, conferenceId: string, moves: readonly WantedMove[]): Promise<WantedMove[]> {
  const became = await loadBecame(tx, conferenceId, 'room')
  const standing = moves.map(({ place, ...move }) => ({
    ...move,
    place: { ...place, roomIds: [...new Set(place.roomIds.map(became))] },
  }))
  const named = [...new Set(standing.flatMap(({ place }) => place.roomIds))]
  if (named.length !== (await tx.room.count({ where: { conferenceId, id: { in: named } } })))
    throw new AppError('NOT_FOUND', 'room')
  return standing
}

/** A day has its night: what begins after midnight may stand on the day before. */
function isOnItsDay({ dayOn, startAt }: BoardPlace, timeZone: string): boolean {
  if (startAt === null) return true
  const date = dateOn(new Date(startAt), timeZone)
  return date === dayOn || date === addDays(dayOn, 1)
}

async function publishedOf(tx: Tx, conferenceId: string, ids: readonly string[]): Promise<Map<string, ReadSession>> {
  const isElsewhere = { id: { in: [...ids] }, conferenceId: { not: conferenceId } }
  if ((await tx.session.count({ where: isElsewhere })) > 0) throw new AppError('NOT_FOUND', 'session')
  const sessions = await readSessions(tx, conferenceId, ids)
  return new Map(sessions.map((one) => [one.session.id, one]))
}

type Before = ReadonlyMap<string, StoredMove>

function isGone({ sessionId, created }: WantedMove, published: Map<string, ReadSession>, before: Before): boolean {
  const known = published.get(sessionId)
  if (known) return known.isCancelled
  if (created || before.get(sessionId)?.created) return false
  if (before.has(sessionId)) return true
  throw new AppError('NOT_FOUND', 'session')
}

function elsewhereThan(
  { sessionId, expected }: WantedMove,
  published: ReadonlyMap<string, ReadSession>,
  before: Before,
): Elsewhere[] {
  if (!expected) return []
  const move = before.get(sessionId)
  const home = expected.of === 'board' ? published.get(sessionId)?.session : undefined
  const place = move?.place ?? (home ? boardPlaceOf(home) : null)
  return place && isSamePlace(place, expected.place) ? [] : [{ sessionId, place, by: move?.by ?? null }]
}

type Row = { sessionId: string; place: BoardPlace; from: BoardPlace | null; created: DrawnSession | null }

/** What was drawn and has been published since is a session like any other. */
function rowOf({ sessionId, place, created }: WantedMove, known: ReadSession | undefined, before?: StoredMove): Row {
  if (!known) return { sessionId, place, from: null, created: created ?? before?.created ?? null }
  return { sessionId, place, from: boardPlaceOf(known.session), created: null }
}

function isNews({ sessionId, place, from, created }: Row, before: Before): boolean {
  const known = before.get(sessionId)
  if (!known || !isSamePlace(known.place, place)) return true
  if (from && known.from && !isSamePlace(from, known.from)) return true
  return created?.title !== known.created?.title || created?.kind !== known.created?.kind
}

function overtakenBy(rows: Row[], before: Before, by: { seen: number; userId: string }): Overtaken[] {
  return rows.flatMap(({ sessionId, place }) => {
    const known = before.get(sessionId)
    return known && isUnseen(known, by) && !isSamePlace(known.place, place) ? [overtakenOf(known)] : []
  })
}

async function keepMoves(
  tx: Tx,
  { conferenceId, next }: ChangedDraft,
  rows: readonly Row[],
  { userId, now }: { userId: string; now: Date },
): Promise<void> {
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "DraftMove" ("conferenceId", "sessionId", "version", "place", "from", "created", "userId", "movedAt")
    SELECT ${conferenceId}::uuid, r."sessionId", ${next}, r."place", r."from", r."created", ${userId}::uuid, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("sessionId" uuid, "place" jsonb, "from" jsonb, "created" jsonb)
    ON CONFLICT ("conferenceId", "sessionId", "discardedIn") DO UPDATE SET
      "version" = EXCLUDED."version", "place" = EXCLUDED."place", "from" = EXCLUDED."from",
      "created" = EXCLUDED."created", "userId" = EXCLUDED."userId", "movedAt" = EXCLUDED."movedAt"`
}
