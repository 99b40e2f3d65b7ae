import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { lettersIn, shortenName } from '@/components/shared/shorten-name'
import { useNow } from '@/components/shared/use-now'
import { dateOfWhen, sayClock, sayDay } from '@/lib/i18n/dates'
import { layOutGrid, type GridPlace as Cell } from '@/lib/planning/grid'
import { HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useAreStatesSettled } from '@/lib/rooms/device/use-room-states'
import type { CardsProps } from '../day/slot-list'
import { PX_PER_MINUTE } from './cell-room'
import { columnRem } from './column-width'
import { GridCell } from './grid-cell'
import { focusNeighbour } from './grid-keys'
import { SessionPanel } from './session-panel'

/** All columns together have so much: where there are few, each has more than it needs. */
const AT_LEAST_REM = 60
/** What began so long ago is still seen where the grid opens. */
const BEFORE_NOW_MS = 20 * MINUTE_MS

type Props = CardsProps & { agenda: Agenda }

/**
 * A day as a timetable: rooms across, time down, both headers stay; it opens at now, or on the first hour that has
 * talks; a session opens beside it, marked and in view. The list is its twin.
 */
export function ScheduleGrid({ sessions, agenda, ...card }: Props) {
  const t = useTranslations('schedule')
  const [openId, setOpenId] = useState<string | null>(null)
  const { columns, untimed, span, opensAt } = useMemo(() => {
    const grid = layOutGrid(agenda.rooms, sessions)
    return { ...grid, columns: grid.columns.map((column) => ({ ...column, minRem: columnRem(column, card.parts) })) }
  }, [agenda, sessions, card.parts])
  const isSettled = useAreStatesSettled(agenda.conference)
  const open = sessions.find((session) => session.id === openId)
  const region = useRef<HTMLDivElement>(null)
  const now = useNow()?.getTime() ?? null
  const nowHere = now !== null && span && now >= span.start && now < span.end ? now : null
  useOpening(region, span, opensAt)
  useEffect(() => {
    // Beside the details there is less room: what was opened may be out of sight.
    if (openId) region.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [openId])
  const y = (at: number) => (span ? ((at - span.start) / MINUTE_MS) * PX_PER_MINUTE : 0)
  const height = span ? y(span.end) : 0
  const boxOf = ({ start, end, left, width }: Cell) => ({ top: y(start), height: y(end) - y(start), left, width })
  return (
    <div className="flex gap-4">
      <div
        ref={region}
        role="region"
        aria-label={t('gridName')}
        tabIndex={0}
        className={
          'max-h-[calc(100dvh-13.5rem)] min-w-0 grow scroll-pl-14 scroll-pt-14 overflow-auto rounded-lg border ' +
          'border-line bg-ground'
        }
        onKeyDown={onArrow}
      >
        {span ? (
          <div className="relative flex w-max min-w-full">
            <Hours
              {...{ span, height, y }}
              day={sessions[0]?.dayOn}
              timeZone={card.timeZone}
              language={card.words.language}
            />
            {columns.map(({ room, cells, minRem }) => (
              <section
                key={room?.id ?? ''}
                aria-label={room?.name ?? t('noRoom')}
                className="w-0 grow border-r border-line"
                style={{ minWidth: `${minRem}rem` }}
              >
                <h3
                  className={
                    'sticky top-0 z-10 flex h-14 items-center overflow-hidden border-b border-line bg-raised px-2 ' +
                    `text-[0.8125rem] font-semibold leading-tight ${room ? '' : 'text-muted'}`
                  }
                >
                  <bdi className="line-clamp-3" title={room?.name}>
                    {room
                      ? shortenName(room.name, lettersIn(Math.max(minRem, AT_LEAST_REM / columns.length)))
                      : t('noRoom')}
                  </bdi>
                </h3>
                <div className="relative" style={{ height }}>
                  {cells.map((cell) => (
                    <GridCell
                      key={cell.sessions[0]?.id}
                      {...card}
                      cell={cell}
                      box={boxOf(cell)}
                      openId={openId}
                      now={nowHere}
                      isSettled={isSettled}
                      onOpen={setOpenId}
                    />
                  ))}
                </div>
              </section>
            ))}
            {nowHere === null ? null : (
              <div
                aria-hidden="true"
                data-now
                className="pointer-events-none absolute inset-x-0 z-0 mt-14 border-t-2 border-accent"
                style={{ top: y(nowHere) }}
              />
            )}
          </div>
        ) : null}
        {untimed.length > 0 ? (
          <section className="sticky left-0 p-3">
            <h3 className="font-semibold">{t('toBeAnnounced')}</h3>
            <ul>
              {untimed.map((session) => (
                <li key={session.id}>
                  <a
                    dir="auto"
                    className="inline-flex min-h-11 items-center underline underline-offset-4"
                    href={pageAddress(card.conference, 'session', session.slug)}
                  >
                    {session.title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      {open ? <SessionPanel agenda={agenda} session={open} onClose={() => setOpenId(null)} /> : null}
    </div>
  )
}

type Span = { start: number; end: number }

/** Opens the grid where it is looked for, once for each day and whatever narrows it. */
function useOpening(region: { current: HTMLElement | null }, span: Span | null, opensAt: number): void {
  const [start, end] = [span?.start, span?.end]
  useEffect(() => {
    if (start === undefined || end === undefined) return
    const now = Date.now()
    const isOn = now > opensAt && now < end
    const first = isOn ? now - BEFORE_NOW_MS : Math.floor(opensAt / HOUR_MS) * HOUR_MS
    region.current?.scrollTo({ top: ((first - start) / MINUTE_MS) * PX_PER_MINUTE })
  }, [region, start, end, opensAt])
}

type HoursProps = {
  span: Span
  height: number
  y: (at: number) => number
  /** The day that stands above. */ day: string | undefined
  timeZone: string
  language: string
}

function Hours({ span, height, y, day, timeZone, language }: HoursProps) {
  const hours = Array.from(
    { length: Math.ceil((span.end - span.start) / HOUR_MS) },
    (_, hour) => span.start + hour * HOUR_MS,
  )
  // The day above is the first hour's, unless these clocks are on another by then.
  const dayAt = (hour: number) => (hour < span.start ? day : dateOfWhen({ startAt: hour }, timeZone))
  return (
    <div className="sticky left-0 z-20 w-14 shrink-0 border-r border-line bg-raised">
      <div className="sticky top-0 z-10 h-14 border-b border-line bg-raised" />
      <div className="relative" style={{ height }}>
        {hours.map((hour) => (
          <time
            key={hour}
            dateTime={new Date(hour).toISOString()}
            className="absolute right-1 text-right text-xs font-medium tabular-nums text-muted"
            style={{ top: y(hour) }}
          >
            {dayAt(hour) === dayAt(hour - HOUR_MS) ? null : (
              <span className="block text-[0.625rem] leading-tight">{sayDay(dayAt(hour) ?? '', language)}</span>
            )}
            {sayClock(new Date(hour), timeZone)}
          </time>
        ))}
      </div>
    </div>
  )
}

function onArrow(event: KeyboardEvent) {
  if (focusNeighbour(event.currentTarget, event.key)) event.preventDefault()
}
