import { useLocale, useTranslations } from 'next-intl'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { MINUTE_MS } from '@/lib/platform/time'
import type { WallRoom } from '@/lib/rooms/server/wall'
import { stateColors, StateSign } from '@/components/shared/state-sign'
import { TrendLine } from './trend-line'

const edges: Record<WallRoom['occupancy']['state'], string> = {
  full: 'border-danger',
  closed: 'border-danger',
  nearlyFull: 'border-warning',
  filling: 'border-good',
  open: 'border-good',
  unknown: 'border-line',
}

type Props = { room: WallRoom; timeZone: string; now: Date | null }

/**
 * One room of the wall: its state as a sign, a word and a colour, how many are in, where that goes, who says so and how
 * long ago, and what comes.
 */
export function WallCard({ room: { name, capacity, occupancy, trend, isMuted, session, next }, timeZone, now }: Props) {
  const language = useLocale()
  const [t, rooms, states] = [useTranslations('wall'), useTranslations('rooms'), useTranslations('roomState')]
  const { state, origin, at, count, voices, queueMinutes, delayMinutes } = occupancy
  const minutes = at && now ? Math.max(0, Math.floor((now.getTime() - at.getTime()) / MINUTE_MS)) : null
  const urgent = [
    queueMinutes ? rooms('queue', { minutes: queueMinutes }) : '',
    delayMinutes ? rooms('delay', { minutes: delayMinutes }) : '',
    isMuted ? t('muted') : '',
  ]
    .filter(Boolean)
    .join(' · ')
  const said = [minutes === null ? '' : rooms('ago', { minutes }), origin ? rooms(`origin.${origin}`, { voices }) : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <li
      className={
        'grid grid-cols-[minmax(0,1fr)] content-start gap-0.5 rounded-lg border-2 bg-raised px-2 py-1.5 ' +
        `${edges[state]}`
      }
    >
      <div className="flex items-center justify-between gap-2">
        <h3 dir="auto" className="line-clamp-2 min-w-0 font-semibold leading-tight">
          {settleBidi(name)}
        </h3>
        {trend ? <TrendLine trend={trend} capacity={capacity} name={t(`trend.${trend.direction}`)} /> : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-1">
        <p className={`flex items-center gap-1.5 font-semibold leading-tight ${stateColors[state]}`}>
          <StateSign state={state} />
          {origin === 'forecast' ? rooms('likely', { state: states(state) }) : states(state)}
        </p>
        <p className="font-semibold tabular-nums leading-tight">
          {origin === 'door' && count !== null ? count : '–'}
          <span className="text-sm font-normal text-muted"> / {capacity ?? '?'}</span>
        </p>
      </div>
      {urgent ? <p className="text-xs font-semibold text-warning">{urgent}</p> : null}
      <p className="truncate text-xs text-muted">{said || t('silent')}</p>
      {session ? (
        <p dir="auto" lang={session.language ?? undefined} className="truncate text-xs">
          {settleBidi(session.title)}
        </p>
      ) : null}
      {next ? (
        <p className="flex gap-1 text-xs text-muted">
          {next.isLikelyFull ? (
            <span className="shrink-0 font-semibold text-warning">
              {t('nextFull', { expected: next.expected ?? 0 })}
            </span>
          ) : null}
          {now ? (
            <span className="shrink-0">
              {sayWhen(
                { startAt: next.startAt },
                { timeZone, language, under: dateOfWhen({ startAt: now }, timeZone) },
              )}
            </span>
          ) : null}
          {/* Cut at its own end, which is on the left of what runs to the left. */}
          <span dir="auto" lang={next.language ?? undefined} className="min-w-0 truncate">
            {settleBidi(next.title)}
          </span>
        </p>
      ) : null}
    </li>
  )
}
