import { useCallback, useMemo } from 'react'
import type { Agenda } from '@/lib/program/agenda'
import { useRoomStates } from '@/lib/sync/client/use-room-states'

/** How full the room of a session is while it matters, 0–1; null: nobody knows. */
export function useFullness(agenda: Agenda): (sessionId: string) => number | null {
  const { byRoom } = useRoomStates(agenda.conference)
  const bySession = useMemo(
    () => new Map([...byRoom.values()].flatMap((room) => (room.session ? [[room.session, room] as const] : []))),
    [byRoom],
  )
  return useCallback(
    (sessionId) => {
      const room = bySession.get(sessionId)
      if (!room) return null
      if (room.state === 'full' || room.state === 'closed') return 1
      return room.count !== null && room.capacity ? room.count / room.capacity : null
    },
    [bySession],
  )
}
