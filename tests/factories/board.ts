import type { PrismaClient } from '@/generated/prisma/client'
import type { BoardPlace } from '@/lib/desk/board/board'
import { makeConference } from './conference'
import { granted } from './granted'
import { makePerson } from './person'

/**
 * A conference in Paris with three sessions of an hour in its hall, at 8, 9 and 10 UTC, a loft, and two organizers. Its
 * sessions are of version 1.
 */
export async function makeBoard(db: PrismaClient) {
  const conference = await makeConference(db)
  const rooms = await db.room.createManyAndReturn({
    data: ['Hall', 'Loft'].map((name, position) => ({
      ...{ conferenceId: conference.id, slug: name.toLowerCase(), name, position, capacity: 100 - 50 * position },
    })),
  })
  const [hall = '', loft = ''] = rooms.map(({ id }) => id)
  await db.sessionRoom.createMany({ data: conference.sessionIds.map((sessionId) => ({ sessionId, roomId: hall })) })
  const [ann, bo] = [await makePerson(db), await makePerson(db)]
  const [first = '', second = '', third = ''] = conference.sessionIds
  return {
    ...{ conference, hall, loft, first, second, third },
    ann: { ...ann, granted: granted<'editSchedule'>(conference.id, ann.id) },
    bo: { ...bo, granted: granted<'editSchedule'>(conference.id, bo.id) },
  }
}

/** An hour of that day, from so many hours UTC. */
export function hour(from: number, ...roomIds: string[]): BoardPlace {
  const at = (hours: number) => new Date(Date.UTC(2026, 2, 24, hours)).toISOString()
  return { dayOn: '2026-03-24', startAt: at(from), endAt: at(from + 1), roomIds }
}

export const tray: BoardPlace = { dayOn: '2026-03-24', startAt: null, endAt: null, roomIds: [] }
