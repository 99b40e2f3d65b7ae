import { heldSince } from '@/lib/desk/server/alert-hold'
import { calledOf } from '@/lib/people/called'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { movedBy } from './net-moves'
import { toldOfMoves } from './told-of-moves'

/** How a hold ended. */
export type EndedHold = {
  /** Whoever picked what moved meanwhile is alerted of it; else nobody is. */ isAnnounced: boolean
  /** Who had ended it before; a name of null: their account is gone. Null: it ended just now. */
  before: { isMe: boolean; by: string | null } | null
}

/**
 * Ends a hold: whoever picked what moved meanwhile is alerted within the minute, once, or is not.
 * @returns how it ended, for of two who end it the first decides; null: there was none
 */
export async function endHold(
  db: Database,
  { conferenceId, userId }: Granted<'editSchedule'>,
  isAnnounced: boolean,
  now: Date,
): Promise<EndedHold | null> {
  const { count } = await db.alertHold.updateMany({
    where: { conferenceId, endedAt: null },
    data: { endedAt: now, endedById: userId, isAnnounced },
  })
  if (count > 0) return { isAnnounced, before: null }
  const last = await db.alertHold.findFirst({
    where: { conferenceId },
    orderBy: { endedAt: 'desc' },
    include: { endedBy: { select: { name: true, email: true } } },
  })
  if (!last) return null
  const { endedById, endedBy } = last
  return {
    isAnnounced: last.isAnnounced,
    before: { isMe: endedById === userId, by: endedBy && calledOf(endedBy) },
  }
}

/** The hold that stands in a conference. */
export type StandingHold = {
  heldAt: Date
  /** How many are elsewhere by now, or cancelled or restored. */ sessions: number
}

/** @returns null: alerts go out as ever */
export async function getHold(db: Database, conferenceId: string): Promise<StandingHold | null> {
  const heldAt = await heldSince(db, conferenceId)
  if (!heldAt) return null
  const moved = await db.change.findMany({
    where: { conferenceId, createdAt: { gte: heldAt }, field: { in: [...toldOfMoves] } },
  })
  return { heldAt, sessions: movedBy(moved).size }
}
