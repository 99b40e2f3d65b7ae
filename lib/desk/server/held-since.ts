import type { Database } from '@/lib/platform/db'

/** Since when a conference's alerts are held back; null: they go out as ever. */
export async function heldSince(db: Database, conferenceId: string): Promise<Date | null> {
  const hold = await db.alertHold.findFirst({ where: { conferenceId, endedAt: null }, select: { heldAt: true } })
  return hold?.heldAt ?? null
}
