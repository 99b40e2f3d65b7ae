import { timeOf } from '@/lib/platform/time'

/** "10:30–11:00" on the clocks of `timeZone`; "10:30" without an end; nothing without a start. */
export function sayTime(session: { startAt?: string; endAt?: string }, timeZone: string): string {
  if (!session.startAt) return ''
  const start = timeOf(new Date(session.startAt), timeZone)
  return session.endAt && session.endAt !== session.startAt ? `${start}–${timeOf(new Date(session.endAt), timeZone)}` : start
}
