import type { RoomStateNow } from './room-states'

/** How many more a room takes, where somebody counts at its door; null: nobody knows. */
export function seatsLeft(room: RoomStateNow | undefined): number | null {
  if (!room || room.origin !== 'door' || room.count === null || room.capacity === null) return null
  return Math.max(0, room.capacity - room.count)
}
