import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { DAY_MS } from '@/lib/platform/time'
import { Unchanged } from '@/lib/schedule/edit/conference-version'
import { requireInScope, type Editing } from '@/lib/schedule/scope'
import { changeDraft, type ChangedDraft } from './change-draft'
import { isUnseen, overtakenOf, type Overtaken } from './overtaken'
import { readMoves } from './read-draft'
import { readSessions } from './read-sessions'

type Tx = Prisma.TransactionClient

/** So long what was taken out of a draft can be brought back. */
const DISCARDED_KEPT_DAYS = 30

/**
 * Takes sessions out of the draft: they are where they are published again, and what was drawn is nowhere.
 * @param asked which, and the version of the draft that whoever takes them out has seen
 * @returns the draft's version, by which this can be taken back (bringBack), how many were in it, and what others had
 *   moved unseen
 */
export function takeFromDraft(
  db: PrismaClient,
  granted: Editing,
  { sessionIds, seen }: { sessionIds: readonly string[]; seen: number },
  now: Date,
): Promise<{ version: number; taken: number; overtaken: Overtaken[] }> {
  return changeDraft(db, granted, async (tx, draft) => {
    await requireInScope(tx, granted, sessionIds)
    const moves = await readMoves(tx, draft.conferenceId, sessionIds)
    const overtaken = moves.filter((move) => isUnseen(move, { seen, userId: granted.userId }))
    const taken = await discardMoves(tx, draft, sessionIds, now)
    if (taken === 0) return new Unchanged({ version: draft.version, taken, overtaken: [] })
    return { version: draft.next, taken, overtaken: overtaken.map(overtakenOf) }
  })
}

/**
 * Takes all out of the draft.
 * @returns its version, by which this can be taken back (bringBack), and how many were in it
 */
export function discardDraft(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  now: Date,
): Promise<{ version: number; taken: number }> {
  return changeDraft(db, granted, async (tx, draft) => {
    const taken = await discardMoves(tx, draft, 'all', now)
    return taken === 0 ? new Unchanged({ version: draft.version, taken }) : { version: draft.next, taken }
  })
}

/** Marks moves as discarded with the next version of the draft. @returns how many there were */
export async function discardMoves(
  tx: Tx,
  { conferenceId, next }: ChangedDraft,
  sessionIds: readonly string[] | 'all',
  now: Date,
): Promise<number> {
  if (sessionIds.length === 0) return 0
  await tx.draftMove.deleteMany({
    where: { conferenceId, discardedAt: { lt: new Date(now.getTime() - DISCARDED_KEPT_DAYS * DAY_MS) } },
  })
  const which = sessionIds === 'all' ? {} : { sessionId: { in: [...sessionIds] } }
  const { count } = await tx.draftMove.updateMany({
    where: { conferenceId, discardedIn: 0, ...which },
    data: { discardedIn: next, discardedAt: now },
  })
  return count
}

/**
 * Undoes either: what it took is in the draft again, but for what was moved anew since or is gone.
 * @param discardedIn the version that it answered
 * @throws {AppError} NOT_FOUND when it took nothing, or too long ago
 */
export function bringBack(
  db: PrismaClient,
  granted: Editing,
  discardedIn: number,
  now: Date,
): Promise<{ version: number; brought: number }> {
  return changeDraft(db, granted, async (tx, { conferenceId, version, next }) => {
    const since = new Date(now.getTime() - DISCARDED_KEPT_DAYS * DAY_MS)
    const rows = await tx.draftMove.findMany({
      where: { conferenceId, discardedIn, discardedAt: { gte: since } },
      select: { sessionId: true, created: true },
    })
    if (discardedIn === 0 || rows.length === 0) throw new AppError('NOT_FOUND', 'moves')
    const ids = rows.map(({ sessionId }) => sessionId)
    await requireInScope(tx, granted, ids)
    const standing = await tx.draftMove.findMany({
      where: { conferenceId, discardedIn: 0, sessionId: { in: ids } },
      select: { sessionId: true },
    })
    const sessions = await readSessions(tx, conferenceId, ids)
    const left = new Set(standing.map(({ sessionId }) => sessionId))
    const isThere = new Map(sessions.map(({ session, isCancelled }) => [session.id, !isCancelled]))
    const back = rows.filter(
      ({ sessionId, created }) => !left.has(sessionId) && (isThere.get(sessionId) ?? created !== null),
    )
    if (back.length === 0) return new Unchanged({ version, brought: 0 })
    await tx.draftMove.updateMany({
      where: { conferenceId, discardedIn, sessionId: { in: back.map(({ sessionId }) => sessionId) } },
      data: { discardedIn: 0, discardedAt: null, version: next },
    })
    return { version: next, brought: back.length }
  })
}
