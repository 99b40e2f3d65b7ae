const OURS = /^hallway-(\d{4}-\d{2}-\d{2})T\d{4}\.tar\.gz$/
const KEPT = { days: 7, weeks: 5, months: 12 }

/**
 * Which of the files beside each other are backups that rotation no longer keeps. Kept is the newest of each of the
 * last 7 days that have one, of 5 weeks (from Monday) and of 12 months. Files of other names are nobody's to remove.
 * @param names of files, in any order
 * @returns the oldest first
 */
export function outdatedBackups(names: readonly string[]): string[] {
  const ours = names.filter((name) => OURS.test(name)).sort((a, b) => (a < b ? 1 : -1))
  const kept = new Set([
    ...newestOfEach(ours, KEPT.days, dayOf),
    ...newestOfEach(ours, KEPT.weeks, weekOf),
    ...newestOfEach(ours, KEPT.months, (name) => dayOf(name).slice(0, 7)),
  ])
  return ours.filter((name) => !kept.has(name)).reverse()
}

/** @param names the newest first */
function newestOfEach(names: readonly string[], most: number, periodOf: (name: string) => string): string[] {
  const newest = new Map<string, string>()
  for (const name of names) if (!newest.has(periodOf(name))) newest.set(periodOf(name), name)
  return [...newest.values()].slice(0, most)
}

function dayOf(name: string): string {
  return OURS.exec(name)?.[1] ?? ''
}

/** The Monday of its week. */
function weekOf(name: string): string {
  const day = new Date(`${dayOf(name)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}
