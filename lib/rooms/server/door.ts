import type { Database } from '@/lib/platform/db'
import { gather } from '@/lib/platform/tasks/gather'
import type { DoorState } from '../door-state'
import { loadRoomsNow, type RoomNow } from './queries'

type Door = { conferenceId: string; roomId: string }
/** A room that is gone while its steward counts. */
const nothingKnown: DoorState = {
  session: null,
  capacity: null,
  state: 'unknown',
  count: null,
  queueMinutes: null,
  delayMinutes: null,
}
const MOST_DOORS = 100

type Title = { title: string; startAt: Date | null; endAt: Date | null }

/** How the room behind a steward's link stands, by its stewards' word. */
export async function loadDoor(db: Database, { conferenceId, roomId }: Door, now: Date): Promise<DoorState> {
  return (await loadDoors(db, conferenceId, [roomId], now)).get(roomId) ?? nothingKnown
}

/**
 * How the rooms behind some doors of one conference stand, by their stewards' word and by room. Five queries, however
 * many doors.
 */
async function loadDoors(
  db: Database,
  conferenceId: string,
  roomIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, DoorState>> {
  const rooms = await loadRoomsNow(db, conferenceId, null, now, roomIds)
  const sessions = await db.session.findMany({
    where: { id: { in: rooms.flatMap(({ sessionId }) => sessionId ?? []) } },
    select: { id: true, title: true, startAt: true, endAt: true },
  })
  const sessionOf = new Map(sessions.map((session) => [session.id, session]))
  return new Map(rooms.map((room) => [room.roomId, doorStateOf(room, sessionOf.get(room.sessionId ?? ''))]))
}

function doorStateOf({ capacity, occupancy }: RoomNow, session: Title | undefined): DoorState {
  const told = occupancy.origin === 'door' ? occupancy : null
  return {
    session: session?.startAt
      ? { title: session.title, startAt: session.startAt.toISOString(), endAt: session.endAt?.toISOString() ?? null }
      : null,
    capacity,
    state: told?.state ?? 'unknown',
    count: told?.count ?? null,
    queueMinutes: occupancy.queueMinutes ?? null,
    delayMinutes: occupancy.delayMinutes ?? null,
  }
}

/**
 * Loads what stewards' phones are told of their rooms' doors, for many requests at once. Each answer is read after its
 * request came, so that it has whatever was stored before; of a room that is gone nothing is known.
 */
export function gatherDoors(db: Database, now: () => Date): (door: Door) => Promise<DoorState> {
  return gather(
    async (doors: Door[]) => {
      const conferenceIds = [...new Set(doors.map(({ conferenceId }) => conferenceId))]
      const loaded = await Promise.all(
        conferenceIds.map(
          async (id) =>
            [
              id,
              await loadDoors(
                db,
                id,
                doors.filter(({ conferenceId }) => conferenceId === id).map(({ roomId }) => roomId),
                now(),
              ),
            ] as const,
        ),
      )
      const statesOf = new Map(loaded)
      return doors.map(({ conferenceId, roomId }) => statesOf.get(conferenceId)?.get(roomId) ?? nothingKnown)
    },
    { most: MOST_DOORS, weigh: () => 1 },
  )
}
