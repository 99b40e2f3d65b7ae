import { useState } from 'react'
import type { AgendaFloor } from '@/lib/program/agenda'
import type { TiledRoom } from '@/lib/rooms/room-tiles'
import { useMarkedRoom } from './use-marked-room'

/**
 * Which floor is looked at: the one that was chosen, else that of the room in the address, else the first.
 * @returns no floor where none has a plan
 */
export function useFloor(floors: readonly AgendaFloor[], tiles: readonly TiledRoom[]) {
  const marked = useMarkedRoom(tiles)
  const [chosen, choose] = useState<string | null>(null)
  const wanted = chosen ?? marked?.room.place?.floor
  return { floor: floors.find(({ id }) => id === wanted) ?? floors[0], marked, choose }
}
