import { MINUTE_MS } from '@/lib/platform/time'

/** A session without an end is taken to last so long. */
export const ASSUMED_MS = 30 * MINUTE_MS

/** From when to when a session takes its room, in milliseconds since 1970; an end before its start is none. */
export function takenBy({ startAt, endAt }: { startAt: Date; endAt: Date | null }): { start: number; end: number } {
  const start = startAt.getTime()
  const end = endAt?.getTime() ?? start
  return { start, end: end > start ? end : start + ASSUMED_MS }
}
