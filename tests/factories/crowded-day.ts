import type { PrismaClient } from '@/generated/prisma/client'
import { makeConference } from './conference'
import { makePerson } from './person'

/**
 * A conference with two sessions at one time: what twenty picked is in a loft for ten, what six of them picked, too, in
 * a hall for a hundred.
 */
export async function makeCrowdedDay(db: PrismaClient, visibility: 'private' | 'public') {
  const conference = await makeConference(db, { visibility, sessions: 2 })
  const [popular = '', quiet = ''] = conference.sessionIds
  await db.session.updateMany({
    where: { conferenceId: conference.id },
    data: { startAt: new Date('2026-03-24T08:00:00Z'), endAt: new Date('2026-03-24T09:00:00Z') },
  })
  const rooms = await db.room.createManyAndReturn({
    data: [
      { conferenceId: conference.id, slug: 'hall', name: 'Hall', position: 0, capacity: 100 },
      { conferenceId: conference.id, slug: 'loft', name: 'Loft', position: 1, capacity: 10 },
    ],
  })
  const [hall = '', loft = ''] = rooms.map(({ id }) => id)
  await db.sessionRoom.createMany({
    data: [
      { sessionId: popular, roomId: loft },
      { sessionId: quiet, roomId: hall },
    ],
  })
  for (let person = 0; person < 20; person++) {
    const { id: userId } = await makePerson(db)
    const pick = { userId, conferenceId: conference.id, revision: 1n }
    await db.pick.create({ data: { ...pick, sessionId: popular, rank: 'first' } })
    if (person < 6) await db.pick.create({ data: { ...pick, sessionId: quiet, rank: 'planB' } })
  }
  return { conference, popular, quiet, hall, loft }
}
