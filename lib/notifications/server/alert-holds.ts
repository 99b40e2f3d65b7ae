import { heldSince } from '@/lib/desk/server/alert-hold'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { movedBy } from './net-moves'
import { toldOfMoves } from './told-of-moves'

/**
 * Ends a hold: whoever picked what moved meanwhile is alerted within the minute, once, or is not.
 * @returns whether there was one: of two who end it, one decides
 */
export async function endHold(
  db: Database,
  { conferenceId }: Granted<'editSchedule'>,
  isAnnounced: boolean,
  now: Date,
): Promise<boolean> {
  const { count } = await db.alertHold.updateMany({
    where: { conferenceId, endedAt: null },
    data: { endedAt: now, isAnnounced },
  })
  return count > 0
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
