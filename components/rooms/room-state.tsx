import { useTranslations } from 'next-intl'
import { MINUTE_MS } from '@/lib/platform/time'
import type { RoomStateNow } from '@/lib/rooms/room-states'

type State = RoomStateNow['state']

export const stateColors: Record<State, string> = { open: 'text-good', filling: 'text-good', nearlyFull: 'text-warning', full: 'text-danger', closed: 'text-danger', unknown: 'text-muted' }
/** How much of the sign is filled, of its height of 16. */
const heights: Record<State, number> = { open: 3, filling: 8, nearlyFull: 13, full: 16, closed: 16, unknown: 0 }

/** A room's state: a sign, a word and a colour, and always who says so and how long ago. */
export function RoomState({ room, now }: { room: RoomStateNow; now: Date | null }) {
  const t = useTranslations('rooms')
  const states = useTranslations('roomState')
  const minutes = room.at && now ? Math.max(0, Math.floor((now.getTime() - Date.parse(room.at)) / MINUTE_MS)) : null
  const facts = [
    room.origin === 'door' && room.count !== null ? t('counted', { count: room.count }) : '',
    room.origin ? t(`origin.${room.origin}`, { voices: room.voices }) : '',
    minutes === null ? '' : t('ago', { minutes }),
    room.queueMinutes ? t('queue', { minutes: room.queueMinutes }) : '',
    room.delayMinutes ? t('delay', { minutes: room.delayMinutes }) : '',
  ].filter(Boolean)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-sm">
      <span className={`inline-flex items-center gap-1 font-medium ${stateColors[room.state]}`}>
        <StateSign state={room.state} />
        {room.origin === 'forecast' ? t('likely', { state: states(room.state) }) : states(room.state)}
      </span>
      {facts.length > 0 ? <span className="text-muted">{facts.join(' · ')}</span> : null}
    </span>
  )
}

/** A vessel, filled as the room is; crossed out when nobody is let in. */
export function StateSign({ state, className = 'size-4' }: { state: State; className?: string }) {
  const height = heights[state]
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className={`shrink-0 ${className}`}>
      <rect x="2" y={18 - height} width="16" height={height} fill="currentColor" />
      <rect x="2" y="2" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray={state === 'unknown' ? '3 2' : undefined} />
      {state === 'closed' ? <path d="M4 4l12 12" stroke="var(--color-ground)" strokeWidth="3" /> : null}
    </svg>
  )
}
