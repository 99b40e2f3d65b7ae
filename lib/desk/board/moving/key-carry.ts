import { MINUTE_MS } from '@/lib/platform/time'
import type { BoardSession } from '../board'
import { columnAt } from '../layout/in-view'
import type { BoardColumn, BoardDay } from '../layout/board-day'
import { land, boardLength, resize, STEP_MINUTES, type LandedSession } from './carry'

const STEP_MS = STEP_MINUTES * MINUTE_MS

/** What is carried by the keyboard, and over which place of the board. */
export type KeyCarry = {
  /** The one that had the focus first. */ sessions: readonly BoardSession[]
  /** From whose column. */ from: string | null
  column: BoardColumn
  /** In milliseconds since 1970. */ start: number
  lengthMs: number
}

/**
 * Takes sessions up where they are; what has no time begins at the top of what is in view.
 * @param view of the board, in pixels from its first column and its first hour
 */
export function takeUp(
  sessions: readonly BoardSession[],
  from: string | null,
  { columns, scale }: BoardDay,
  view: { left: number; top: number },
): KeyCarry | null {
  const [first] = sessions
  const own = first?.startAt ? columns.find(({ room }) => (room?.id ?? null) === from) : undefined
  const column = own ?? columnAt(columns, view.left)
  if (!first || !column) return null
  const start = first.startAt ? Date.parse(first.startAt) : Math.max(scale.span.start, scale.at(view.top, 60))
  return { sessions, from, column, start, lengthMs: boardLength(first) }
}

/**
 * Where a key leads what is carried: arrows to the next step of the clock and to the next room, pages by an hour, with
 * shift the end alone. Null: the key says nothing of it.
 */
export function steer(carry: KeyCarry, key: string, isLonger: boolean, { columns, scale }: BoardDay): KeyCarry | null {
  const minutes = { ArrowUp: -STEP_MINUTES, ArrowDown: STEP_MINUTES, PageUp: -60, PageDown: 60 }[key]
  if (minutes !== undefined) {
    const byMs = minutes * MINUTE_MS
    if (isLonger) return { ...carry, lengthMs: Math.max(STEP_MS, carry.lengthMs + byMs) }
    const latest = Math.max(scale.span.start, scale.span.end - carry.lengthMs)
    return { ...carry, start: Math.min(Math.max(carry.start + byMs, scale.span.start), latest) }
  }
  const aside = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (aside === undefined) return null
  const column = columns[columns.findIndex(({ room }) => room?.id === carry.column.room?.id) + aside]
  return column ? { ...carry, column } : carry
}

/** Why a key led no further: the day begins or ends there, it would be too short, or no room stands there. */
export type Edge = 'before' | 'after' | 'shortest' | 'aside'

/** At which edge a key holds what is carried. @returns null where it leads on */
export function edgeOf(carry: KeyCarry, key: string, isLonger: boolean, day: BoardDay): Edge | null {
  const next = steer(carry, key, isLonger, day)
  const isHeld = next?.start === carry.start && next.lengthMs === carry.lengthMs && next.column === carry.column
  if (!isHeld) return null
  if (key === 'ArrowLeft' || key === 'ArrowRight') return 'aside'
  if (isLonger) return 'shortest'
  return key === 'ArrowUp' || key === 'PageUp' ? 'before' : 'after'
}

/** Where all of it would lie if it were dropped now. */
export function landed(
  { sessions, from, column, start, lengthMs }: KeyCarry,
  { day, columns }: BoardDay,
): LandedSession[] {
  const rooms = columns.map(({ room }) => room?.id ?? null)
  const landing = { start, roomId: column.room?.id ?? null }
  const [first, ...others] = land({ sessions, roomId: from }, landing, { dayOn: day, rooms })
  if (!first) return []
  if (lengthMs === boardLength(first.session)) return [first, ...others]
  const { place } = resize({ ...first.session, ...first.place }, 'end', start + lengthMs)
  return [{ session: first.session, place }, ...others]
}
