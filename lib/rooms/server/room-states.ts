import type { Database } from '@/lib/platform/db'
import type { RoomStateNow, RoomStates } from '../room-states'
import { keptFor } from './kept-for'
import { listLikelyFull, listMostPicked, loadShowUp } from './forecasts'
import { loadRoomsNow } from './queries'

/** As browsers read them, each room with how it is called. */
export type NamedRoomStates = Omit<RoomStates, 'rooms'> & {
  rooms: (RoomStateNow & { slug?: string; name?: string })[]
}

// What is counted changes slowly what is foreseen.
const LEARN_MS = 60_000

const showUpOf = keptFor(LEARN_MS, (conferenceId, { db, now }: { db: Database; now: Date }) =>
  loadShowUp(db, conferenceId, now),
)

/**
 * Everything that is known of a conference's rooms: state, origin, age, count, queue; the sessions to come that are
 * likely to be full, and those most people go to. The same state gives the same bytes.
 */
export async function loadRoomStates(db: Database, conferenceId: string, now: Date): Promise<NamedRoomStates> {
  const showUp = await showUpOf(conferenceId, { db, now })
  const named = await db.room.findMany({ where: { conferenceId }, select: { id: true, name: true, slug: true } })
  const names = new Map(named.map((room) => [room.id, room]))
  const rooms = await loadRoomsNow(db, conferenceId, showUp, now)
  const likely = await listLikelyFull(db, conferenceId, showUp, now)
  return {
    rooms: rooms.map(({ roomId, sessionId, capacity, occupancy }) => ({
      room: roomId,
      slug: names.get(roomId)?.slug,
      name: names.get(roomId)?.name,
      session: sessionId,
      capacity,
      ...occupancy,
      at: occupancy.at?.toISOString() ?? null,
    })),
    likelyFull: likely.map(({ sessionId, expected, fullProbability }) => ({
      session: sessionId,
      expected,
      probability: Math.round(fullProbability * 100) / 100,
    })),
    mostPicked: await listMostPicked(db, conferenceId, now),
  }
}
