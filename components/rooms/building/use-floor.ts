import { useState } from 'react'
import type { AgendaFloor } from '@/lib/program/agenda'
import type { TiledRoom } from '@/lib/rooms/room-tiles'
import { useMarkedRoom } from './use-marked-room'

/**
 * Which floor is looked at: the one that was chosen, else that of the room in the address, else the first that
 * has rooms on it, else the first.
 * @returns no floor where none has a plan
 */
export function useFloor(floors: readonly AgendaFloor[], tiles: readonly TiledRoom[]) {
  const marked = useMarkedRoom(tiles)
  const [chosen, choose] = useState<string | null>(null)
  const wanted = chosen ?? marked?.room.place?.floor
  const lived = new Set(tiles.map(({ room }) => room.place?.floor))
  const floor = floors.find(({ id }) => id === wanted) ?? floors.find(({ id }) => lived.has(id)) ?? floors[0]
  return { floor, marked, choose }
}
