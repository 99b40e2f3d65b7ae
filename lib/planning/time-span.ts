import { MINUTE_MS } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'

/** How long a session of unknown length is taken to last where it has to be drawn, or said to be on. */
const ASSUMED_MINUTES = 30

/** When a session is, in milliseconds since 1970. It covers its start and everything before its end. */
export type TimeSpan = { start: number; /** Null: unknown, or written as none at all. */ end: number | null }

/** A session's time; null: to be announced. */
export function timeSpanOf({ startAt, endAt }: AgendaSession): TimeSpan | null {
  if (!startAt) return null
  const [start, end] = [Date.parse(startAt), Date.parse(endAt ?? startAt)]
  return { start, end: end > start ? end : null }
}

/** The same with an end that can be drawn: half an hour after the start where the length is unknown. */
export function drawnSpan({ start, end }: TimeSpan): { start: number; end: number } {
  return { start, end: end ?? start + ASSUMED_MINUTES * MINUTE_MS }
}
