import { useLayoutEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { Hours } from '@/components/schedule/grid/hours'
import type { BoardSession, BoardPlace } from '@/lib/desk/board/board'
import type { BoardDay } from '@/lib/desk/board/layout/board-day'
import { columnsIn } from '@/lib/desk/board/layout/in-view'
import type { Saying } from '@/lib/i18n/dates'
import { HOUR_MS } from '@/lib/platform/time'
import { markCut } from './mark-cut'
import { RoomColumn } from './room-column'
import type { CellLook } from './board-cell'
import { useView } from './use-view'

type Props = {
  day: BoardDay
  region: RefObject<HTMLDivElement | null>
  saying: Saying
  label: string
  /** What keys do, told to whoever comes to it. */ helpId: string
  noRoom: string
  keptId: string | null
  /** Where moved sessions were, by room. */ left: ReadonlyMap<string | null, readonly BoardPlace[]>
  lookOf: (session: BoardSession) => CellLook
  /** What lies over the cells: the frame where something would land. */ children: ReactNode
}

/** A day of the board as the timetable is: rooms across, time down, both headers stay. What is in view is drawn. */
export function BoardGrid({ day, region, saying, label, helpId, noRoom, keptId, left, lookOf, children }: Props) {
  // First: what is drawn is what is seen then.
  useOpening(region, day)
  const view = useView(region)
  const { top, bottom } = view
  const downwards = useMemo(() => ({ top, bottom }), [top, bottom])
  // Of what is drawn just now, or elsewhere.
  useLayoutEffect(() => {
    if (region.current) markCut(region.current)
  })
  const shown = columnsIn(day.columns, view)
  const [first, last] = [shown[0], shown.at(-1)]
  return (
    <div
      ref={region}
      role="region"
      aria-label={label}
      aria-describedby={helpId}
      tabIndex={0}
      className={
        'h-[calc(100dvh-13.5rem)] min-h-96 min-w-0 grow scroll-pl-14 scroll-pt-14 overflow-auto rounded-lg border ' +
        'border-line bg-ground'
      }
    >
      <div className="relative flex w-max">
        <Hours scale={day.scale} day={day.day} timeZone={saying.timeZone} language={saying.language} />
        <div className="shrink-0" style={{ width: first?.left ?? 0 }} />
        {shown.map((column) => (
          <RoomColumn
            key={column.room?.id ?? ''}
            column={column}
            scale={day.scale}
            view={downwards}
            noRoom={noRoom}
            keptId={keptId}
            left={left.get(column.room?.id ?? null)}
            lookOf={lookOf}
          />
        ))}
        <div className="shrink-0" style={{ width: last ? day.width - last.left - last.width : day.width }} />
        {children}
      </div>
    </div>
  )
}

/** Each day opens on the first hour in which people come for something. */
function useOpening(region: RefObject<HTMLElement | null>, { day, scale, opensAt }: BoardDay): void {
  const opened = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (opened.current === day) return
    opened.current = day
    region.current?.scrollTo({ top: scale.y(Math.floor(opensAt / HOUR_MS) * HOUR_MS), left: 0 })
  }, [region, day, scale, opensAt])
}
