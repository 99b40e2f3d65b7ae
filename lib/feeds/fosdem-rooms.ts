import type { NamedRoomStates } from '@/lib/rooms/server/room-states'

/**
 * As FOSDEM's /roomstatus/v1/listrooms: "0" there is room, "1" full. Rooms of which nothing is known are left out: what
 * is only foreseen is no state of a room.
 */
export function fosdemRooms({ rooms }: NamedRoomStates): { roomname: string; state: '0' | '1' }[] {
  return rooms.flatMap(({ name = '', state, origin }) =>
    state === 'unknown' || origin === 'forecast'
      ? []
      : [{ roomname: name, state: state === 'full' || state === 'closed' ? ('1' as const) : ('0' as const) }],
  )
}
