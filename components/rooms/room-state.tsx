import { useTranslations } from 'next-intl'
import { DOT } from '@/components/ui/facts'
import { lengthOf, sayLength } from '@/lib/i18n/dates'
import { MINUTE_MS } from '@/lib/platform/time'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import { stateColors, StateSign } from '@/components/shared/state-sign'

/** A room's state: a sign, a word and a colour, and always who says so and how long ago. On paper it would be old. */
export function RoomStateFacts({ room, now }: { room: RoomStateNow; now: Date | null }) {
  const t = useTranslations('rooms')
  const states = useTranslations('roomState')
  const minutes = room.at && now ? Math.max(0, Math.floor((now.getTime() - Date.parse(room.at)) / MINUTE_MS)) : null
  const facts = [
    room.origin === 'door' && room.count !== null ? t('counted', { count: room.count }) : '',
    room.origin ? t(`origin.${room.origin}`, { voices: room.voices }) : '',
    minutes === null ? '' : t('ago', lengthOf(minutes)),
    room.queueMinutes ? t('queue', { length: sayLength(room.queueMinutes) }) : '',
    room.delayMinutes ? t('delay', { length: sayLength(room.delayMinutes) }) : '',
  ].filter(Boolean)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-sm print:hidden">
      <span className={`inline-flex items-center gap-1 font-medium ${stateColors[room.state]}`}>
        <StateSign state={room.state} />
        {room.origin === 'forecast' ? t('likely', { state: states(room.state) }) : states(room.state)}
      </span>
      {facts.length > 0 ? <span className="text-muted">{facts.join(DOT)}</span> : null}
    </span>
  )
}
