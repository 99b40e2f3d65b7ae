import type { BoardColumn, BoardDay } from '@/lib/desk/board/layout/board-day'
import { columnAt } from '@/lib/desk/board/layout/in-view'
import { STEP_MINUTES } from '@/lib/desk/board/moving/carry'
import type { Point } from '@/lib/planning/grid/neighbour'
import { MINUTE_MS } from '@/lib/platform/time'

/** Beside the columns and above them, in pixels: the hours and the names of the rooms. */
export const [HOURS_PX, HEAD_PX] = [56, 56]
/** So near to its edge a hand turns the board's pages, at most so far a frame. */
const [EDGE_PX, MOST_PX] = [48, 18]

/** The elements that a hand moves over. Where they are is read once, when it takes hold. */
export type Surface = {
  region: HTMLElement
  tray: DOMRect | null
  grid: DOMRect
  /** The days above the board. */ days: readonly { date: string; box: DOMRect }[]
}

export function surfaceOf(region: HTMLElement, tray: HTMLElement | null): Surface {
  const days = [...document.querySelectorAll<HTMLElement>('[data-day]')].map((tab) => ({
    date: tab.dataset.day ?? '',
    box: tab.getBoundingClientRect(),
  }))
  return { region, tray: tray?.getBoundingClientRect() ?? null, grid: region.getBoundingClientRect(), days }
}

/** What lies under a point of the window: the tray, a day's tab, a place of the board, or neither. */
export type Under =
  | { kind: 'tray' }
  | { kind: 'day'; date: string }
  | { kind: 'board'; column: BoardColumn; /** Below the first hour. */ y: number }
  | null

export function under({ region, tray, grid, days }: Surface, at: Point, { columns, width }: BoardDay): Under {
  if (tray && contains(tray, at)) return { kind: 'tray' }
  const day = days.find(({ box }) => contains(box, at))
  if (day) return { kind: 'day', date: day.date }
  if (!contains(grid, at)) return null
  const x = at.x - grid.left - HOURS_PX + region.scrollLeft
  const column = x < width ? columnAt(columns, x) : undefined
  return column ? { kind: 'board', column, y: at.y - grid.top - HEAD_PX + region.scrollTop } : null
}

/** The nearest step of the clock at a height, within the day. @param lengthMs of what must have room there */
export function timeAt({ scale }: BoardDay, y: number, lengthMs = 0): number {
  const latest = scale.span.end - Math.max(lengthMs, STEP_MINUTES * MINUTE_MS)
  return Math.min(Math.max(scale.at(y, STEP_MINUTES), scale.span.start), Math.max(latest, scale.span.start))
}

/**
 * How far the board goes on under a hand at its edge, a frame, in pixels: little where the edge begins, so that it can
 * be steered, and never more than the most, over the names of rooms and the hours, too.
 */
export function driftAt({ grid }: Pick<Surface, 'grid'>, at: Point): Point {
  if (!contains(grid, at)) return { x: 0, y: 0 }
  const speed = (deep: number) => (Math.min(deep, EDGE_PX) / EDGE_PX) ** 2 * MOST_PX
  const pull = (from: number, to: number) => {
    const [near, far] = [EDGE_PX - from, EDGE_PX - to]
    return near > 0 ? -speed(near) : far > 0 ? speed(far) : 0
  }
  return {
    x: pull(at.x - grid.left - HOURS_PX, grid.right - at.x),
    y: pull(at.y - grid.top - HEAD_PX, grid.bottom - at.y),
  }
}

function contains({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean {
  return x >= left && x < right && y >= top && y < bottom
}
