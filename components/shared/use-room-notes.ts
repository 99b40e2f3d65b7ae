import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { DOT } from '@/components/ui/facts'
import { lengthOf } from '@/lib/i18n/dates'
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
      const likely = t('likelyFullNote')
      if (!room && !likelyFull.has(id)) return undefined
      if (!room) return { state: 'nearlyFull', word: likely, age: '', text: likely, isLikelyFull: true }
      if (room.state === 'unknown') return undefined
      const minutes = room.at && now ? Math.max(0, Math.floor((now.getTime() - Date.parse(room.at)) / MINUTE_MS)) : null
      const age = minutes === null ? '' : t('ago', lengthOf(minutes))
      const word = room.origin === 'forecast' ? t('likely', { state: states(room.state) }) : states(room.state)
      const origin = room.origin ? t(`origin.${room.origin}`, { voices: room.voices }) : ''
      return { state: room.state, word, age, text: [word, origin, age].filter(Boolean).join(DOT) }
    },
    [byRoom, likelyFull, now, states, t],
  )
}
