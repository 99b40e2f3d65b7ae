import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { MINUTE_MS } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'
import type { RoomNote } from './state-sign'

/**
 * What to mind about a session's room, as one line: its state while it is on or its doors are open, before that whether
 * it is likely to be full.
 */
export function useRoomNotes(
  conference: { id: string; slug: string },
  now: Date | null,
): (session: AgendaSession) => RoomNote | undefined {
  const t = useTranslations('rooms')
  const states = useTranslations('roomState')
  const { byRoom, likelyFull } = useRoomStates(conference)
  return useCallback(
    ({ id, rooms }) => {
      const room = rooms.map((roomId) => byRoom.get(roomId)).find((state) => state?.session === id)
      if (!room) return likelyFull.has(id) ? { state: 'nearlyFull', text: t('likelyFull') } : undefined
      if (room.state === 'unknown') return undefined
      const minutes = room.at && now ? Math.max(0, Math.floor((now.getTime() - Date.parse(room.at)) / MINUTE_MS)) : null
      const state = room.origin === 'forecast' ? t('likely', { state: states(room.state) }) : states(room.state)
      const text = [
        state,
        room.origin ? t(`origin.${room.origin}`, { voices: room.voices }) : '',
        minutes === null ? '' : t('ago', { minutes }),
      ]
        .filter(Boolean)
        .join(' · ')
      return { state: room.state, text }
    },
    [byRoom, likelyFull, now, states, t],
  )
}
