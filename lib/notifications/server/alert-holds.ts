import { heldSince } from '@/lib/desk/server/held-since'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { movedBy } from './net-moves'
import { toldOfMoves } from './told-of-moves'

/**
 * Holds alerts of what moves back from now on; what moved before is alerted as ever. One that stands goes on. Plans,
 * calendars and feeds say at once what is true: only the alert waits.
 */
export async function holdAlerts(db: Database, { conferenceId }: Granted<'editSchedule'>, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "AlertHold" ("id", "conferenceId", "heldAt")
    VALUES (gen_random_uuid(), ${conferenceId}::uuid, ${now})
    ON CONFLICT ("conferenceId") WHERE "endedAt" IS NULL DO NOTHING`
}

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
