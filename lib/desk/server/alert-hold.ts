import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'

/** Since when a conference's alerts are held back; null: they go out as ever. */
export async function heldSince(db: Database, conferenceId: string): Promise<Date | null> {
  const hold = await db.alertHold.findFirst({ where: { conferenceId, endedAt: null }, select: { heldAt: true } })
  return hold?.heldAt ?? null
}

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
