import { addDays, dateOn, timeOf } from '@/lib/platform/time'

/** `day`: "YYYY-MM-DD", as listed; `isWall`: the start was reckoned from it. */
type Listed = { day: string | null; startAt: Date; isWall: boolean }

const MORNING = '06:00'
const NOON = '12:00'

/**
 * Puts events on programme days. One that is listed under a day stands there, also when it begins after midnight. What
 * a list calls its day may be another's name: wafer writes the date in UTC, where a day in Taipei begins the evening
 * before. So a list's day is the one on which most of it begins in daylight; and an event at another time of another
 * day, as merged files have them, is on its own.
 * @returns the day of an event that is among them, "YYYY-MM-DD" in `timeZone`
 */
export function listedDays(events: Listed[], timeZone: string): (event: Listed) => string {
  const counts = new Map<string, Map<string, number>>()
  for (const { day, startAt, isWall } of events) {
    if (day === null || (!isWall && timeOf(startAt, timeZone) < MORNING)) continue
    const on = isWall ? day : dateOn(startAt, timeZone)
    const of = counts.get(day) ?? new Map<string, number>()
    counts.set(day, of.set(on, (of.get(on) ?? 0) + 1))
  }
  const meant = new Map([...counts].map(([day, of]) => [day, mostOf(day, of)]))
  return ({ day, startAt, isWall }) => {
    if (isWall && day !== null) return day
    const on = dateOn(startAt, timeZone)
    const listedOn = day && (meant.get(day) ?? day)
    return listedOn !== null && addDays(listedOn, 1) === on && timeOf(startAt, timeZone) < NOON ? listedOn : on
  }
}

/** The day on which most begin; of several the one that is named. */
function mostOf(day: string, counts: ReadonlyMap<string, number>): string {
  const [[most] = [day]] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || Number(b === day) - Number(a === day))
  return most
}
