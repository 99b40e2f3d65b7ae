import { coarse, type Coarse } from './coarse'

/** How many first choices there were at the end of a day, by those that still stand. */
export type PicksOnDay = { date: string; picks: Coarse }

const MOST_DAYS = 60

/**
 * Adds up picks by the day on which they were made: every day from the first one until today, the last 60.
 * @param made how many were made on a day, "YYYY-MM-DD", in any order
 */
export function picksOverTime(made: readonly { date: string; count: number }[], today: string): PicksOnDay[] {
  const first = made.map(({ date }) => date).sort()[0]
  if (first === undefined || first > today) return []
  const of = new Map(made.map(({ date, count }) => [date, count]))
  const days: PicksOnDay[] = []
  let sum = 0
  for (let date = first; date <= today; date = dayAfter(date)) {
    sum += of.get(date) ?? 0
    days.push({ date, picks: coarse(sum) })
  }
  return days.slice(-MOST_DAYS)
}

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
