import type { BoardPlace } from '@/lib/desk/board/board'
import type { BoardColumn, BoardDay } from '@/lib/desk/board/layout/board-day'
import { gridTimes } from '@/lib/planning/grid/column'
import type { Point } from '@/lib/planning/grid/neighbour'
import { HEAD_PX, HOURS_PX } from './surface'

/** What shows where something would land: moved by hand, for React draws nothing while a hand moves. */
export type HandMark = {
  /** A frame over the board. */ frame: HTMLElement
  /** What is said at the hand. */ chip: HTMLElement
}

/** Frames a place of the board, and says it. */
export function markPlace(
  { frame }: HandMark,
  { column, scale }: { column: BoardColumn } & Pick<BoardDay, 'scale'>,
  place: BoardPlace,
  said: string,
): void {
  const { start, end } = gridTimes(place)
  frame.hidden = false
  frame.style.transform = `translate(${HOURS_PX + column.left}px, ${HEAD_PX + scale.y(start)}px)`
  frame.style.width = `${column.width}px`
  frame.style.height = `${scale.y(end) - scale.y(start)}px`
  frame.textContent = said
}

export function sayAtHand({ chip }: HandMark, said: string): void {
  chip.textContent = said
}

export function followHand({ chip }: HandMark, { x, y }: Point): void {
  chip.hidden = false
  chip.style.transform = `translate(${x + 12}px, ${y + 12}px)`
}

/** Shows on which day's tab the hand rests; undefined: on none. */
export function markDay(date: string | undefined): void {
  for (const tab of document.querySelectorAll<HTMLElement>('[data-day]'))
    tab.toggleAttribute('data-over', tab.dataset.day === date)
}

export function unmark({ frame, chip }: HandMark): void {
  frame.hidden = true
  chip.hidden = true
}

/** What is carried is faint where it lies. */
export function dim(root: HTMLElement, ids: readonly string[]): void {
  for (const cell of root.querySelectorAll<HTMLElement>('[data-session]'))
    cell.toggleAttribute('data-carried', ids.includes(cell.dataset.session ?? ''))
}

/** Scrolls the board until a place is seen whole. */
export function bringIntoView(region: HTMLElement, { left, width }: BoardColumn, top: number, bottom: number): void {
  const seen = {
    left: region.scrollLeft,
    right: region.scrollLeft + region.clientWidth - HOURS_PX,
    top: region.scrollTop,
    bottom: region.scrollTop + region.clientHeight - HEAD_PX,
  }
  const by = (from: number, to: number, low: number, high: number) =>
    low < from ? low - from : high > to ? high - to : 0
  region.scrollBy(by(seen.left, seen.right, left, left + width), by(seen.top, seen.bottom, top, bottom))
}
