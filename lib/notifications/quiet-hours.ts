import { addDays, dateOn, instantOf, timeOf } from '@/lib/platform/time'

/** Wall times, "HH:MM"; over midnight where the first is the later one. */
export type QuietHours = { from: string; to: string }

/**
 * When the quiet hours end in which this instant lies; null: it is not quiet.
 * Where clocks go back, quiet hours end at the first time that they show their end.
 */
export function quietUntil(now: Date, { from, to }: QuietHours, timeZone: string): Date | null {
  const time = timeOf(now, timeZone)
  const overMidnight = from > to
  const isQuiet = overMidnight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return null
  const today = dateOn(now, timeZone)
  const end = instantOf(`${overMidnight && time >= from ? addDays(today, 1) : today}T${to}`, timeZone)
  return end && end > now ? end : null
}
