import { memo } from 'react'
import { RoomHead } from '@/components/schedule/grid/room-head'
import type { BoardSession, BoardPlace } from '@/lib/desk/board/board'
import type { BoardColumn, BoardDay } from '@/lib/desk/board/layout/board-day'
import { shownCells, type BoardView } from '@/lib/desk/board/layout/in-view'
import { gridTimes } from '@/lib/planning/grid/column'
import { PX_PER_MINUTE } from '@/lib/planning/grid/scale'
import { BoardCell, type CellLook } from './board-cell'

const REM_PX = 16
const HOUR_PX = 60 * PX_PER_MINUTE
/** A line at each full hour, and a fainter one at each half. */
const LINES = {
  backgroundImage:
    'linear-gradient(to bottom, var(--line) 1px, transparent 1px), ' +
    'linear-gradient(to bottom, color-mix(in srgb, var(--line) 45%, transparent) 1px, transparent 1px)',
  backgroundSize: `100% ${HOUR_PX}px, 100% ${HOUR_PX / 2}px`,
}

type Props = {
  column: BoardColumn
  scale: BoardDay['scale']
  view: Pick<BoardView, 'top' | 'bottom'>
  noRoom: string
  /** Which stays drawn wherever it is. */ keptId: string | null
  /** Where sessions of this column were, that are elsewhere now. */ left: readonly BoardPlace[] | undefined
  lookOf: (session: BoardSession) => CellLook
}

/** A room on the board, of which what is in view is drawn. */
export const RoomColumn = memo(function RoomColumn({ column, scale, view, noRoom, keptId, left, lookOf }: Props) {
  const { room, width } = column
  return (
    <section aria-label={room?.name ?? noRoom} className="shrink-0 border-r border-line" style={{ width }}>
      <RoomHead name={room?.name ?? noRoom} isNone={!room} rem={width / REM_PX} />
      <div data-ground className="relative" style={{ height: scale.height, ...LINES }}>
        {left?.map((place) => {
          const { start, end } = gridTimes(place)
          return (
            <div
              key={`${place.startAt} ${place.endAt}`}
              aria-hidden="true"
              className="pointer-events-none absolute inset-x-0.5 rounded border-2 border-dashed border-edge opacity-60"
              style={{ top: scale.y(start), height: scale.y(end) - scale.y(start) - 2 }}
            />
          )
        })}
        {shownCells(column, { scale }, { left: 0, right: 0, ...view }, keptId).flatMap((cell) =>
          cell.sessions.map((session, nth) => {
            const height = (scale.y(cell.end) - scale.y(cell.start)) / cell.sessions.length
            return (
              <BoardCell
                key={session.id}
                session={session}
                roomId={room?.id ?? null}
                top={scale.y(cell.start) + nth * height}
                height={height}
                left={cell.left}
                width={cell.width}
                {...lookOf(session)}
              />
            )
          }),
        )}
      </div>
    </section>
  )
})
