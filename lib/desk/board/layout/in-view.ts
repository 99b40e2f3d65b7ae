import type { GridPlace } from '@/lib/planning/grid/column'
import type { Point } from '@/lib/planning/grid/neighbour'
import type { BoardSession } from '../board'
import type { BoardColumn, BoardDay } from './board-day'

/** A part of a board, in pixels from its first column and its first hour. */
export type BoardView = { left: number; right: number; top: number; bottom: number }

/** The columns of which something is in view. */
export function columnsIn(columns: readonly BoardColumn[], { left, right }: BoardView): readonly BoardColumn[] {
  return columns.slice(indexAt(columns, left), indexAt(columns, right) + 1)
}

/** The column at so many pixels; before the first it is the first, behind the last the last. */
export function columnAt(columns: readonly BoardColumn[], x: number): BoardColumn | undefined {
  return columns[indexAt(columns, x)]
}

/** The cells of a column of which something is in view, and that of a session which must stay drawn. */
export function shownCells(
  { cells }: BoardColumn,
  { scale }: Pick<BoardDay, 'scale'>,
  { top, bottom }: BoardView,
  kept: string | null,
): GridPlace<BoardSession>[] {
  return cells.filter(
    ({ start, end, sessions }) =>
      (scale.y(end) > top && scale.y(start) < bottom) || sessions.some(({ id }) => id === kept),
  )
}

/** One session in one column: what an arrow key leads to. */
export type Stop = { session: BoardSession; column: BoardColumn; centre: Point; top: number; bottom: number }

/** All that is on the board, drawn or not. */
export function stopsOf({ columns, scale }: BoardDay): Stop[] {
  return columns.flatMap((column) =>
    column.cells.flatMap(({ sessions, start, end, left, width }) => {
      const [top, height] = [scale.y(start), (scale.y(end) - scale.y(start)) / sessions.length]
      return sessions.map((session, nth) => ({
        session,
        column,
        top: top + nth * height,
        bottom: top + (nth + 1) * height,
        centre: { x: column.left + (left + width / 2) * column.width, y: top + (nth + 0.5) * height },
      }))
    }),
  )
}

/** The first session on the board, by its id; undefined: nothing is on it. */
export function firstOn({ columns }: BoardDay): string | undefined {
  return columns.find(({ cells }) => cells.length > 0)?.cells[0]?.sessions[0]?.id
}

/** What lies nearest to a point of the board; undefined: nothing is on it. */
export function nearestStop(day: BoardDay, { x, y }: Point): Stop | undefined {
  const away = ({ centre }: Stop) => Math.hypot(centre.x - x, centre.y - y)
  return stopsOf(day).toSorted((one, other) => away(one) - away(other))[0]
}

/** Columns stand in order: half of them is left out at each look. */
function indexAt(columns: readonly BoardColumn[], x: number): number {
  let [low, high] = [0, columns.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((columns[middle]?.left ?? 0) <= x) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
