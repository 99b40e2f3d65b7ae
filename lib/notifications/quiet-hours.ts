import { addDays, dateOn, instantOf } from '@/lib/platform/time'

/** Wall times, "HH:MM"; over midnight where the first is the later one. */
export type QuietHours = { from: string; to: string }

/**
 * When the quiet hours end in which this instant lies; null: it is not quiet. A wall time that clocks show twice is the
 * first, and one that they skip is read with the offset before the change: as long after as on any day.
 */
export function quietUntil(now: Date, { from, to }: QuietHours, timeZone: string): Date | null {
  const today = dateOn(now, timeZone)
  for (const day of [addDays(today, -1), today]) {
    const start = instantOf(`${day}T${from}`, timeZone)
    const end = instantOf(`${from > to ? addDays(day, 1) : day}T${to}`, timeZone)
    if (start && end && start <= now && now < end) return end
  }
  return null
}
