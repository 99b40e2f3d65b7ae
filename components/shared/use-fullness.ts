import { useCallback, useMemo } from 'react'
import type { Fullness } from '@/lib/planning/alternatives'
import type { Agenda } from '@/lib/program/agenda'
import { fullnessBySession } from '@/lib/rooms/session-fullness'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'

/** How full the room of a session is while it matters. */
export function useFullness(agenda: Agenda): (sessionId: string) => Fullness {
  const { byRoom } = useRoomStates(agenda.conference)
  const bySession = useMemo(() => fullnessBySession(byRoom.values()), [byRoom])
  return useCallback((sessionId) => bySession.get(sessionId) ?? null, [bySession])
}
