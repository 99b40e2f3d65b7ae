import { MINUTE_MS } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import { ASSUMED_MS } from '@/lib/program/taken-time'

/** A wait is drawn against this: a longer one fills the bar. */
const LONGEST_WAIT_MINUTES = 60

/** When a session is, in milliseconds since 1970. It covers its start and everything before its end. */
export type TimeSpan = { start: number; /** Null: unknown, or written as none at all. */ end: number | null }

/** A session's time; null: to be announced. */
export function timeSpanOf({ startAt, endAt }: { startAt?: string | null; endAt?: string | null }): TimeSpan | null {
  if (!startAt) return null
  const [start, end] = [Date.parse(startAt), Date.parse(endAt ?? startAt)]
  return { start, end: end > start ? end : null }
}

/** The same with an end that can be drawn: half an hour after the start where the length is unknown. */
export function drawnSpan({ start, end }: TimeSpan): { start: number; end: number } {
  return { start, end: end ?? start + ASSUMED_MS }
}

export type TimeLeft = {
  /** It is on; else it comes. */ isOn: boolean
  /** Until its end, or until it begins. */ minutes: number
  /** Of the bar that shrinks: 1 is all, 0 is over. */ share: number
}

/** How long a session still is, or until it begins; null: it is over, or its time is to be announced. */
export function timeLeft(session: AgendaSession, now: Date): TimeLeft | null {
  const span = timeSpanOf(session)
  if (!span) return null
  const { start, end } = drawnSpan(span)
  const at = now.getTime()
  if (at >= end) return null
  if (at >= start) return { isOn: true, minutes: Math.ceil((end - at) / MINUTE_MS), share: (end - at) / (end - start) }
  const minutes = (start - at) / MINUTE_MS
  return { isOn: false, minutes: Math.ceil(minutes), share: Math.min(1, minutes / LONGEST_WAIT_MINUTES) }
}
