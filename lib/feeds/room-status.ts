import type { Database } from '@/lib/platform/db'
import type { ShowUp } from '@/lib/rooms/forecast'
import { listLikelyFull, loadRoomsNow, type RoomNow } from '@/lib/rooms/server/queries'

/** The states of a conference's rooms in two forms, as JSON texts. The same state gives the same bytes. */
export type RoomStatus = {
  /**
   * As FOSDEM's /roomstatus/v1/listrooms: "0" there is room, "1" full; rooms of which nothing is known are left out.
   */
  fosdem: string
  /**
   * Everything that is known: state, origin, age, count, queue; and the sessions to come that are likely to be full.
   */
  full: string
}

/** Loads both forms. @param showUp what loadShowUp learned, which changes slowly */
export async function loadRoomStatus(
  db: Database,
  conferenceId: string,
  showUp: ShowUp,
  now: Date,
): Promise<RoomStatus> {
  const names = new Map(
    (await db.room.findMany({ where: { conferenceId }, select: { id: true, name: true, slug: true } })).map(
      ({ id, ...room }) => [id, room],
    ),
  )
  const rooms = await loadRoomsNow(db, conferenceId, showUp, now)
  const likely = await listLikelyFull(db, conferenceId, showUp, now)
  return {
    fosdem: JSON.stringify(rooms.flatMap((room) => fosdemRoom(room, names.get(room.roomId)?.name ?? ''))),
    full: JSON.stringify({
      rooms: rooms.map(({ roomId, sessionId, capacity, occupancy }) => ({
        room: roomId,
        slug: names.get(roomId)?.slug,
        name: names.get(roomId)?.name,
        session: sessionId,
        capacity,
        ...occupancy,
      })),
      likelyFull: likely.map(({ sessionId, expected, fullProbability }) => ({
        session: sessionId,
        expected,
        probability: Math.round(fullProbability * 100) / 100,
      })),
    }),
  }
}

function fosdemRoom(
  { occupancy: { state, origin } }: RoomNow,
  roomname: string,
): { roomname: string; state: '0' | '1' }[] {
  // What is only foreseen is no state of a room.
  if (state === 'unknown' || origin === 'forecast') return []
  return [{ roomname, state: state === 'full' || state === 'closed' ? '1' : '0' }]
}
