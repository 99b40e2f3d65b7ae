'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { focusNeighbour } from '@/components/schedule/grid/grid-keys'
import { Facts, Outside } from '@/components/ui/facts'
import { useIsLive } from '@/components/ui/use-is-live'
import { demandOpensAt, type DayDemand, type DemandBar } from '@/lib/desk/demand'
import { sayClock, sayWhen, type Saying } from '@/lib/i18n/dates'
import { HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import { pageAddress } from '@/lib/program/addresses'
import { DemandCell, sayDemand } from './demand-cell'

/** In pixels: a finger's width for the shortest session, if that is no longer than this. */
const FINGER = 44
const [NARROWEST, WIDEST] = [1.6, 4.4]
const LANE = 44

type Props = { slug: string; demand: DayDemand; saying: Saying }

/**
 * A day's rooms over its hours: each session as large as its time, filled by how many are likely to come. Arrows go
 * from one to the next; the one that was tapped or reached is told in numbers below.
 */
export function DemandMap({ slug, demand: { span, rows }, saying }: Props) {
  const t = useTranslations('manage.overview')
  const region = useRef<HTMLDivElement>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = rows.flatMap(({ bars }) => bars).find(({ session }) => session.id === chosenId)
  // Places are styles, which a page that comes from the server may not hold.
  const isLive = useIsLive()
  const perMinute = scaleOf(rows.flatMap(({ bars }) => bars))
  const x = (at: number) => ((at - span.start) / MINUTE_MS) * perMinute
  useEffect(() => {
    // As it opens; whoever has scrolled since is left where they are.
    const opensAt = demandOpensAt({ start: span.start, end: span.end }, Date.now())
    if (isLive) region.current?.scrollTo({ left: ((opensAt - span.start) / MINUTE_MS) * perMinute })
  }, [isLive, span.start, span.end, perMinute])
  const onKey = (event: KeyboardEvent) => {
    if (region.current && focusNeighbour(region.current, event.key)) event.preventDefault()
  }
  const hours = Array.from({ length: (span.end - span.start) / HOUR_MS }, (_, hour) => span.start + hour * HOUR_MS)
  if (!isLive) return <div className="min-h-96 rounded-lg border border-line bg-sunken" />
  return (
    <div className="grid gap-2">
      <div
        ref={region}
        role="region"
        aria-label={t('mapName')}
        tabIndex={0}
        onKeyDown={onKey}
        className="relative overflow-x-auto rounded-lg border border-line"
      >
        <div className="relative w-max min-w-full" style={{ width: x(span.end) + 112 }}>
          <div aria-hidden="true" className="flex h-8 text-xs text-muted tabular-nums">
            {/* Hours pass under it, as sessions pass under the rooms' names. */}
            <div className="sticky left-0 z-10 w-28 shrink-0 border-r border-line bg-raised" />
            <div className="relative grow">
              {hours.map((hour) => (
                <span key={hour} className="absolute top-2 pl-1" style={{ left: x(hour) }}>
                  {sayClock(new Date(hour), saying.timeZone)}
                </span>
              ))}
            </div>
          </div>
          {rows.map(({ room, bars, lanes }) => (
            <section key={room.id} aria-label={room.name} className="relative flex border-t border-line">
              <h3
                className={
                  'sticky left-0 z-10 flex w-28 shrink-0 items-center border-r border-line bg-raised px-2 py-1 ' +
                  'text-xs font-semibold'
                }
              >
                <bdi className="line-clamp-3" title={room.name}>
                  {room.name}
                </bdi>
              </h3>
              <div className="relative grow" style={{ height: lanes * (LANE + 2) + 2 }}>
                {bars.map((bar) => (
                  <DemandCell
                    key={bar.session.id}
                    bar={bar}
                    box={{
                      left: x(bar.start),
                      width: x(bar.end) - x(bar.start) - 2,
                      top: bar.lane * (LANE + 2) + 2,
                      height: LANE,
                    }}
                    isChosen={chosenId === bar.session.id}
                    saying={saying}
                    onChoose={() => setChosenId(bar.session.id)}
                  />
                ))}
              </div>
            </section>
          ))}
        </div>
      </div>
      <div
        role="status"
        className={
          chosen
            ? 'sticky bottom-16 z-20 min-h-24 rounded-lg border border-line bg-raised px-3 py-1 lg:bottom-2'
            : 'min-h-24 py-1'
        }
      >
        {chosen ? (
          <Told slug={slug} bar={chosen} saying={saying} />
        ) : (
          <p className="text-sm text-muted">{t('mapHint')}</p>
        )}
      </div>
    </div>
  )
}

function scaleOf(bars: readonly DemandBar[]): number {
  const shortest = Math.min(...bars.map(({ start, end }) => (end - start) / MINUTE_MS))
  return Math.min(WIDEST, Math.max(NARROWEST, FINGER / shortest))
}

function Told({ slug, bar, saying }: { slug: string; bar: DemandBar; saying: Saying }) {
  const t = useTranslations('manage.overview')
  const { session, demand: known } = bar
  const demand = known === 'few' ? null : known
  return (
    <>
      <p>
        <a
          className="inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
          href={pageAddress(slug, 'managedSession', session.slug)}
        >
          <Outside>{session.title}</Outside>
        </a>
      </p>
      <p className={demand?.isLikelyFull ? 'font-medium text-danger' : ''}>{sayDemand(t, bar)}</p>
      <p className="text-sm text-muted">
        <Facts
          of={[sayWhen(session, saying), demand ? t('picked', { count: demand.picks }) : known && t('fewPicked')]}
        />
      </p>
    </>
  )
}
