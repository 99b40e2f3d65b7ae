import { useMemo } from 'react'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import { usePicks } from '@/lib/planning/device/use-picks'
import { whatIsOn } from '@/lib/planning/now'
import type { Agenda, AgendaRoom } from '@/lib/program/agenda'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import { roomTiles, type RoomTiles } from '@/lib/rooms/room-tiles'

/**
 * A conference's rooms, free and near first: near to where I said that I am or was, else to what I picked and is on.
 * @returns null until the browser knows what time it is
 */
export function useRoomTiles(
  agenda: Agenda | null,
  byRoom: ReadonlyMap<string, RoomStateNow>,
  conferenceId: string,
  now: Date | null,
): RoomTiles | null {
  const { picks } = usePicks(conferenceId)
  const { attendances } = useAttendances(conferenceId)
  const from = useMemo((): AgendaRoom[] => {
    if (!agenda || !now) return []
    const { whereabouts, mine } = whatIsOn(agenda, picks, attendances, now)
    const ids = new Set((whereabouts.length > 0 ? whereabouts : mine).flatMap(({ rooms }) => rooms))
    return agenda.rooms.filter(({ id }) => ids.has(id))
  }, [agenda, picks, attendances, now])
  return useMemo(() => agenda && now && roomTiles(agenda, byRoom, from, now), [agenda, byRoom, from, now])
}
