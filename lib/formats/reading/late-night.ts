import { addDays, dateOn, timeOf } from '@/lib/platform/time'

/**
 * Puts sessions on programme days. A session that starts before 04:00 belongs to the day before when that day's
 * programme still runs at 23:00 (a party that goes on); otherwise it is an early start of its own date.
 * @returns the day of an instant, "YYYY-MM-DD" in `timeZone`
 */
export function programmeDays(
  sessions: { startAt: Date; endAt: Date | null }[],
  timeZone: string,
): (startAt: Date) => string {
  const late = new Set(
    sessions.filter((session) => runsLate(session, timeZone)).map(({ startAt }) => dateOn(startAt, timeZone)),
  )
  return (startAt) => {
    const date = dateOn(startAt, timeZone)
    const evening = addDays(date, -1)
    return timeOf(startAt, timeZone) < '04:00' && late.has(evening) ? evening : date
  }
}

function runsLate({ startAt, endAt }: { startAt: Date; endAt: Date | null }, timeZone: string): boolean {
  const start = timeOf(startAt, timeZone)
  if (start >= '23:00') return true
  if (!endAt || start < '12:00') return false
  return dateOn(endAt, timeZone) > dateOn(startAt, timeZone) || timeOf(endAt, timeZone) >= '23:00'
}
