const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/
const DAY_MINUTES = 24 * 60

/** How long it is from one time of a day to the next one that shows the other, in minutes; null: one is no "HH:MM". */
export function minutesBetween(from: string, to: string): number | null {
  const [start, end] = [minuteOf(from), minuteOf(to)]
  return start === null || end === null ? null : (end - start + DAY_MINUTES) % DAY_MINUTES
}

/** The time of a day so many minutes later, "HH:MM"; null: it is none. */
export function clockAfter(clock: string, minutes: number): string | null {
  const start = minuteOf(clock)
  if (start === null) return null
  const at = (start + minutes) % DAY_MINUTES
  return [Math.floor(at / 60), at % 60].map((part) => `${part}`.padStart(2, '0')).join(':')
}

function minuteOf(clock: string): number | null {
  const [, hours, minutes] = CLOCK.exec(clock) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
