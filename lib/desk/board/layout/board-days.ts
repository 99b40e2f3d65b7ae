import { dateOn } from '@/lib/platform/time'
import type { BoardMove } from '../board'

/** The days of a board: those with published sessions, and those onto which something was moved; in order. */
export function boardDays(days: readonly string[], moves: readonly BoardMove[]): string[] {
  return [...new Set([...days, ...moves.map(({ place }) => place.dayOn)])].sort()
}

/** The day that a board opens on: the one asked for, else today, the next, or the last; without any, today. */
export function chooseBoardDay(days: readonly string[], asked: string | null, timeZone: string, now: Date): string {
  const today = dateOn(now, timeZone)
  return days.find((day) => day === asked) ?? days.find((day) => day >= today) ?? days.at(-1) ?? today
}
