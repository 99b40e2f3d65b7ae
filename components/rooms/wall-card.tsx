import { useLocale, useTranslations } from 'next-intl'
import { shortenName } from '@/components/shared/shorten-name'
import { DOT } from '@/components/ui/facts'
import { dateOfWhen, lengthOf, sayLength, sayWhen } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { MINUTE_MS } from '@/lib/platform/time'
import type { WallRoom } from '@/lib/rooms/server/wall'
import { RoomBar } from './room-bar'
import { stateColors, StateSign } from '@/components/shared/state-sign'
import { TrendLine } from './trend-line'
import { WholeLines } from './whole-lines'

const edges: Record<WallRoom['occupancy']['state'], string> = {
  full: 'border-danger',
  closed: 'border-danger',
  nearlyFull: 'border-warning',
  filling: 'border-good',
  open: 'border-good',
  unknown: 'border-line',
}

// By how large the card is: read from across a hall, and never below 14 px.
/** So many letters of a name are on its two lines, on a narrow card its three. */
const NAME_LETTERS = 30
const nameLines = 'line-clamp-2 [@container(max-width:11rem)]:line-clamp-3'
const large = 'text-[clamp(0.875rem,min(9cqw,13cqh),3.5rem)]'
const small = 'text-[clamp(0.875rem,min(6cqw,8cqh),2rem)]'
/** Only where there is height for it, the more so for what comes last. */
const onHigh = '[@container(max-height:9rem)]:hidden'
const onHigher = '[@container(max-height:11rem)]:hidden'

type Props = { room: WallRoom; timeZone: string; now: Date | null }

/**
 * One room of the wall: its state as a sign, a word and a colour, how many are in, where that goes, who says so and how
 * long ago, and what comes.
 */
export function WallCard({ room: { name, capacity, occupancy, trend, isMuted, session, next }, timeZone, now }: Props) {
  const [t, rooms, states] = [useTranslations('wall'), useTranslations('rooms'), useTranslations('roomState')]
  const { state, origin, at, count, voices, queueMinutes, delayMinutes } = occupancy
  const minutes = at && now ? Math.max(0, Math.floor((now.getTime() - at.getTime()) / MINUTE_MS)) : null
  const urgent = [
    queueMinutes ? rooms('queue', { length: sayLength(queueMinutes) }) : '',
    delayMinutes ? rooms('delay', { length: sayLength(delayMinutes) }) : '',
    isMuted ? t('muted') : '',
  ].filter(Boolean)
  const said = [
    minutes === null ? '' : rooms('ago', lengthOf(minutes)),
    origin ? rooms(`origin.${origin}`, { voices }) : '',
  ].filter(Boolean)
  const isCounted = origin === 'door' && count !== null
  return (
    <article
      className={`relative h-full overflow-hidden rounded border bg-raised [container-type:size] ${edges[state]}`}
    >
      <div className="flex h-[calc(100%-max(0.25rem,4cqh))] flex-col px-[max(0.25rem,3cqw)] pt-[max(0.125rem,3cqh)]">
        <div className="flex items-start justify-between gap-2">
          <h3 dir="auto" className={`min-w-0 font-semibold leading-[1.15] ${nameLines} ${large}`}>
            {settleBidi(shortenName(name, NAME_LETTERS))}
          </h3>
          {trend ? <TrendLine trend={trend} capacity={capacity} name={t(`trend.${trend.direction}`)} /> : null}
        </div>
        <div className={`flex flex-wrap items-center justify-between gap-x-1 leading-[1.15] ${large}`}>
          <p className={`flex items-center gap-1 font-semibold ${stateColors[state]}`}>
            <StateSign state={state} className="size-[0.9em]" />
            {origin === 'forecast' ? rooms('likely', { state: states(state) }) : states(state)}
          </p>
          <p className={`font-semibold tabular-nums ${isCounted ? '' : onHigh}`}>
            {isCounted ? count : '–'}
            <span className={`font-normal text-muted ${small}`}> / {capacity ?? '?'}</span>
          </p>
        </div>
        <p className={`line-clamp-2 leading-[1.15] text-muted ${small}`}>
          {urgent.length > 0 ? (
            <span className="font-semibold text-warning">
              {urgent.join(DOT)}
              {said.length > 0 ? DOT : ''}
            </span>
          ) : null}
          {said.length + urgent.length > 0 ? said.join(DOT) : t('silent')}
        </p>
        {session ? (
          <WholeLines dir="auto" lang={session.language ?? undefined} className={`leading-[1.25] ${small}`}>
            {settleBidi(session.title)}
          </WholeLines>
        ) : null}
        {next ? <Next next={next} timeZone={timeZone} now={now} /> : null}
      </div>
      <RoomBar
        state={{ state, count: isCounted ? count : null, capacity }}
        className="absolute bottom-0 h-[max(0.25rem,4cqh)]"
      />
    </article>
  )
}

function Next({ next, timeZone, now }: { next: NonNullable<WallRoom['next']>; timeZone: string; now: Date | null }) {
  const [t, language] = [useTranslations('wall'), useLocale()]
  return (
    <p className={`flex gap-1 leading-[1.25] text-muted ${small} ${onHigher}`}>
      {next.isLikelyFull ? (
        <span className="shrink-0 font-semibold text-warning">{t('nextFull', { expected: next.expected ?? 0 })}</span>
      ) : null}
      {now ? (
        <span className="shrink-0">
          {sayWhen({ startAt: next.startAt }, { timeZone, language, under: dateOfWhen({ startAt: now }, timeZone) })}
        </span>
      ) : null}
      {/* Cut at its own end, which is on the left of what runs to the left. */}
      <span dir="auto" lang={next.language ?? undefined} className="min-w-0 truncate">
        {settleBidi(next.title)}
      </span>
    </p>
  )
}
