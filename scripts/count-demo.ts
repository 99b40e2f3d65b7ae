// Plays the stewards of *Hallway Days* once: what they would count at their doors now, kept as any steward's report is.
// `up` runs it every few minutes.
import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/generated/prisma/client'
import { now } from '@/lib/platform/clock'
import { connect } from '@/lib/platform/db'
import { insertReadings } from '@/lib/rooms/server/insert-readings'
import { recordStewardReport } from '@/lib/rooms/server/mutations'
import { loadRoomsNow, type RoomNow } from '@/lib/rooms/server/queries'
import { insertStewardLink } from '@/lib/rooms/server/steward-links'

const NAME = 'Demo'
/**
 * How full the rooms are in which something is on, in their order, as a share of their capacity; at one nobody counts,
 * at one nobody is let in.
 */
const fullness: readonly (number | 'closed' | null)[] = [0.94, 0.4, 1, 0.7, null, 'closed']

const db = connect(process.env.DATABASE_URL ?? '', 2)
const conference = await db.conference.findFirst({ where: { slug: 'hallway-days', demo: true }, select: { id: true } })
const counted = conference ? await countRooms(db, conference.id, now()) : 0
await db.$disconnect()
console.log(`${counted} rooms counted`)

/** Counts where something is on, or soon. */
async function countRooms(db: PrismaClient, conferenceId: string, at: Date): Promise<number> {
  const rooms = (await loadRoomsNow(db, conferenceId, null, at)).filter(
    ({ sessionId, capacity }) => sessionId && capacity !== null,
  )
  const reports = rooms.flatMap((room, index) => readingOf(room, fullness[index % fullness.length] ?? null))
  const sentAt = at.toISOString()
  for (const { roomId, said } of reports) {
    const door = { stewardLinkId: await linkOf(db, conferenceId, roomId, at), conferenceId, roomId }
    await recordStewardReport(
      db,
      (readings) => insertReadings(db, readings),
      door,
      { sentAt, readings: [{ id: randomUUID(), at: sentAt, ...said }], withdrawn: [] },
      at,
    )
  }
  return reports.length
}

type Said = { kind: 'count'; delta: number } | { kind: 'level'; level: 'closed' }

function readingOf(
  { roomId, capacity, occupancy }: RoomNow,
  share: number | 'closed' | null,
): { roomId: string; said: Said }[] {
  if (share === null) return []
  return [
    {
      roomId,
      said:
        share === 'closed'
          ? { kind: 'level', level: 'closed' }
          : { kind: 'count', delta: Math.round((capacity ?? 0) * share) - (occupancy.count ?? 0) },
    },
  ]
}

async function linkOf(db: PrismaClient, conferenceId: string, roomId: string, at: Date): Promise<string> {
  const found = await db.stewardLink.findFirst({
    where: { conferenceId, roomId, name: NAME, revokedAt: null },
    select: { id: true },
  })
  return found?.id ?? (await insertStewardLink(db, { conferenceId, roomId, name: NAME, createdById: null }, at)).id
}
