import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useNow } from '@/components/shared/use-now'
import type { GridPlace } from '@/lib/planning/grid/column'
import { layOutGrid } from '@/lib/planning/grid/grid'
import { PX_PER_MINUTE, scaleOf, type GridSpan } from '@/lib/planning/grid/scale'
import { HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { useAreStatesSettled } from '@/lib/rooms/device/use-room-states'
import type { CardsProps } from '../day/slot-list'
import { columnRem } from './column-width'
import { GridCell } from './grid-cell'
import { focusNeighbour } from './grid-keys'
import { Hours } from './hours'
import { RoomHead } from './room-head'
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
  const scale = useMemo(() => scaleOf(span), [span])
  const { y, height } = scale
  const boxOf = ({ start, end, left, width }: GridPlace<AgendaSession>) => ({
    top: y(start),
    height: y(end) - y(start),
    left,
    width,
  })
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
            <Hours scale={scale} day={sessions[0]?.dayOn} timeZone={card.timeZone} language={card.words.language} />
            {columns.map(({ room, cells, minRem }) => (
              <section
                key={room?.id ?? ''}
                aria-label={room?.name ?? t('noRoom')}
                className="w-0 grow border-r border-line"
                style={{ minWidth: `${minRem}rem` }}
              >
                <RoomHead
                  name={room?.name ?? t('noRoom')}
                  isNone={!room}
                  rem={Math.max(minRem, AT_LEAST_REM / columns.length)}
                />
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

/** Opens the grid where it is looked for, once for each day and whatever narrows it. */
function useOpening(region: { current: HTMLElement | null }, span: GridSpan | null, opensAt: number): void {
  const [start, end] = [span?.start, span?.end]
  useEffect(() => {
    if (start === undefined || end === undefined) return
    const now = Date.now()
    const isOn = now > opensAt && now < end
    const first = isOn ? now - BEFORE_NOW_MS : Math.floor(opensAt / HOUR_MS) * HOUR_MS
    region.current?.scrollTo({ top: ((first - start) / MINUTE_MS) * PX_PER_MINUTE })
  }, [region, start, end, opensAt])
}

function onArrow(event: KeyboardEvent) {
  if (focusNeighbour(event.currentTarget, event.key)) event.preventDefault()
}
