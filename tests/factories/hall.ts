import type { PrismaClient } from '@/generated/prisma/client'

/** A hall of a conference, and the session that is on in it from a minute ago for an hour. */
export async function makeHallNow(db: PrismaClient, conferenceId: string, capacity: number) {
  const room = await db.room.create({ data: { conferenceId, slug: 'hall', name: 'Hall', capacity } })
  const startAt = new Date(Date.now() - 60_000)
  const session = await db.session.create({
    data: {
      conferenceId,
      number: 1,
      title: 'Now',
      rawTitle: 'Now',
      dayOn: startAt,
      startAt,
      endAt: new Date(Date.now() + 3_600_000),
      rooms: { create: { roomId: room.id, position: 0 } },
    },
  })
  return { room, session }
}
