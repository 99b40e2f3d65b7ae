import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/generated/prisma/client'
import { MINUTE_MS } from '@/lib/platform/time'
import { HOLDS_MINUTES } from '@/lib/rooms/attendee-voices'
import { insertReadings } from '@/lib/rooms/server/insert-readings'
import { recordStewardReport } from '@/lib/rooms/server/mutations'
import { loadRoomsNow, type RoomNow } from '@/lib/rooms/server/queries'
import { insertStewardLink } from '@/lib/rooms/server/steward-links'

/** What the links are called by which the demo's stewards count. */
export const DEMO_STEWARD = 'Demo'
/**
 * How full the rooms are in which something is on, in their order, as a share of their capacity; at one nobody counts,
 * at one nobody is let in.
 */
const fullness: readonly (number | 'closed' | null)[] = [0.94, 0.4, 1, 0.7, null, 'closed']
/** Before what was said last holds no more, and this runs again. */
const AGAIN_AFTER_MS = (HOLDS_MINUTES - 6) * MINUTE_MS

/**
 * Plays the stewards of *Hallway Days*, where it is shown: what they would count at their doors now, kept as any
 * steward's report is. To be run every few minutes; what still holds is not said again, so that nothing is written.
 * @returns at how many doors
 */
export async function countDemo(db: PrismaClient, now: Date): Promise<number> {
  const conference = await db.conference.findFirst({
    where: { slug: 'hallway-days', demo: true, deletedAt: null },
    select: { id: true },
  })
  if (!conference) return 0
  const rooms = (await loadRoomsNow(db, conference.id, null, now)).filter(
    ({ sessionId, capacity }) => sessionId && capacity !== null,
  )
  const reports = rooms.flatMap((room, index) => readingOf(room, fullness[index % fullness.length] ?? null, now))
  const sentAt = now.toISOString()
  for (const { roomId, said } of reports) {
    const door = { stewardLinkId: await linkOf(db, conference.id, roomId, now), conferenceId: conference.id, roomId }
    await recordStewardReport(
      db,
      (readings) => insertReadings(db, readings),
      door,
      { sentAt, readings: [{ id: randomUUID(), at: sentAt, ...said }], withdrawn: [] },
      now,
    )
  }
  return reports.length
}

type Said = { kind: 'count'; delta: number } | { kind: 'level'; level: 'closed' }

function readingOf(
  { roomId, capacity, occupancy: { at, count, origin } }: RoomNow,
  share: number | 'closed' | null,
  now: Date,
): { roomId: string; said: Said }[] {
  if (share === null) return []
  if (origin === 'door' && at && now.getTime() - at.getTime() < AGAIN_AFTER_MS) return []
  return [
    {
      roomId,
      said:
        share === 'closed'
          ? { kind: 'level', level: 'closed' }
          : { kind: 'count', delta: Math.round((capacity ?? 0) * share) - (count ?? 0) },
    },
  ]
}

async function linkOf(db: PrismaClient, conferenceId: string, roomId: string, now: Date): Promise<string> {
  const found = await db.stewardLink.findFirst({
    where: { conferenceId, roomId, name: DEMO_STEWARD, revokedAt: null },
    select: { id: true },
  })
  const link = { conferenceId, roomId, name: DEMO_STEWARD, createdById: null }
  return found?.id ?? (await insertStewardLink(db, link, now)).id
}
