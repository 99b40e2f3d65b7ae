import { useTranslations } from 'next-intl'
import { MINUTE_MS, timeOf } from '@/lib/platform/time'
import type { WallRoom } from '@/lib/rooms/wall'
import { stateColors, StateSign } from './state-sign'
import { TrendLine } from './trend-line'

const edges: Record<WallRoom['occupancy']['state'], string> = { full: 'border-danger', closed: 'border-danger', nearlyFull: 'border-warning', filling: 'border-good', open: 'border-good', unknown: 'border-line' }

type Props = { room: WallRoom; timeZone: string; now: Date | null }

/** One room of the wall: its state as a sign, a word and a colour, how many are in, where that goes, who says so and how long ago, and what comes. */
export function WallCard({ room: { name, capacity, occupancy, trend, isMuted, session, next }, timeZone, now }: Props) {
  const [t, rooms, states] = [useTranslations('wall'), useTranslations('rooms'), useTranslations('roomState')]
  const { state, origin, at, count, voices, queueMinutes, delayMinutes } = occupancy
  const minutes = at && now ? Math.max(0, Math.floor((now.getTime() - at.getTime()) / MINUTE_MS)) : null
  const said = [
    origin ? rooms(`origin.${origin}`, { voices }) : '', minutes === null ? '' : rooms('ago', { minutes }), queueMinutes ? rooms('queue', { minutes: queueMinutes }) : '',
    delayMinutes ? rooms('delay', { minutes: delayMinutes }) : '', isMuted ? t('muted') : '',
  ]
  return (
    <li className={`grid content-start gap-0.5 rounded-lg border-2 bg-raised px-2 py-1.5 ${edges[state]}`}>
      <h3 dir="auto" className="truncate font-semibold leading-tight">{name}</h3>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <p className={`flex items-center gap-1.5 text-lg font-semibold leading-tight ${stateColors[state]}`}>
          <StateSign state={state} />
          {origin === 'forecast' ? rooms('likely', { state: states(state) }) : states(state)}
        </p>
        <p className="text-lg font-semibold tabular-nums leading-tight">
          {origin === 'door' && count !== null ? count : '–'}
          <span className="text-sm font-normal text-muted"> / {capacity ?? '?'}</span>
        </p>
      </div>
      <div className="flex items-center justify-between gap-2">
        <p className="text-xs text-muted">{said.filter(Boolean).join(' · ') || t('silent')}</p>
        {trend ? <TrendLine trend={trend} capacity={capacity} name={t(`trend.${trend.direction}`)} /> : null}
      </div>
      {session ? <p dir="auto" lang={session.language ?? undefined} className="truncate text-xs">{session.title}</p> : null}
      {next ? (
        <p dir="auto" className="truncate text-xs text-muted">
          {next.isLikelyFull ? <span className="font-semibold text-warning">{t('nextFull', { expected: next.expected ?? 0 })} </span> : null}
          {timeOf(next.startAt, timeZone)} <span lang={next.language ?? undefined}>{next.title}</span>
        </p>
      ) : null}
    </li>
  )
}
