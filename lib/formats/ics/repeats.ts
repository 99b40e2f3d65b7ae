import ICAL from 'ical.js'
import { DAY_MS } from '@/lib/platform/time'
import type { WallClock } from './zones'

/** More times of one event are no conference's. */
export const MOST_REPEATS = 200
/** No conference goes on for longer: a rule that ends later was written for somebody's own calendar. */
export const LONGEST_CONFERENCE_MS = 31 * DAY_MS

/** What bounds a rule: the clocks of its event, and the last day of the conference, "YYYY-MM-DD". */
export type RuleBounds = { clocks: WallClock; lastOn: string }

/**
 * The wall times at which an event repeats, the first one included, by its RRULE. A rule that says how often, or ends
 * within a month, is followed to its end; any other as long as the conference goes on.
 * @param start "2027-07-06T09:00:00" or a date
 * @returns `cut`: there are more, or the rule is none that can be followed
 */
export function repeatsOf(
  start: string,
  rule: string,
  { clocks, lastOn }: RuleBounds,
): { times: string[]; cut: boolean } {
  const parts = partsOf(rule)
  const isLateInMonth =
    /(?:29|30|31)$/.test(start.slice(0, 10)) && /^(?:MONTHLY|YEARLY)$/.test(parts?.get('FREQ') ?? '')
  if (!parts || isLateInMonth) return { times: [start], cut: true }
  const until = parts.get('UNTIL')
  const isShort = parts.has('COUNT') || (until !== undefined && isSoon(start, until))
  const isWithin = isShort ? () => true : (time: string) => time.slice(0, 10) <= lastOn
  const isOver = endOf(until, clocks)
  const times = [start]
  try {
    const iterator = ICAL.Recur.fromString(withoutEnd(parts)).iterator(ICAL.Time.fromString(start, null))
    for (let next = iterator.next(); next; next = iterator.next()) {
      const time = next.toString()
      if (isOver(time)) return { times, cut: false }
      if (!isWithin(time) || times.length === MOST_REPEATS) return { times, cut: true }
      if (time !== start) times.push(time)
    }
    return { times, cut: false }
  } catch {
    // ical.js throws for a rule that it cannot read, its only way to say so.
    return { times: [start], cut: true }
  }
}

const day = '(?:SU|MO|TU|WE|TH|FR|SA)'
const nth = String.raw`(?:[+-]?[1-5])?${day}`
const number = String.raw`\d{1,2}`
/** Of later days ical.js makes the next month's where a month has none. */
const dayOfMonth = String.raw`(?:0?[1-9]|1\d|2[0-8])`
const list = (part: string) => `${part}(?:,${part})*`
const common = String.raw`COUNT=\d{1,4}|UNTIL=\d{8}(?:T\d{6}Z?)?|INTERVAL=0*[1-9]\d?|WKST=${day}`
/** The rules that are followed: what ical.js walks through without ever going long between two times. */
const followed: Record<string, RegExp> = {
  HOURLY: ruleParts(common),
  DAILY: ruleParts(`${common}|BYDAY=${list(day)}`),
  WEEKLY: ruleParts(`${common}|BYDAY=${list(day)}`),
  MONTHLY: ruleParts(`${common}|BYDAY=${list(nth)}|BYMONTHDAY=${list(dayOfMonth)}`),
  YEARLY: ruleParts(`${common}|BYMONTH=${number}|BYDAY=${list(nth)}|BYMONTHDAY=${list(dayOfMonth)}`),
}

function ruleParts(part: string): RegExp {
  return new RegExp(`^(?:FREQ=[A-Z]+|${part})$`)
}

/** The parts of a rule, by their names; null for one that is not followed. */
function partsOf(rule: string): Map<string, string> | null {
  const parts = rule.toUpperCase().replace(/\s/g, '').split(';').filter(Boolean)
  const named = new Map(parts.map((part) => [part.replace(/=.*/, ''), part.replace(/^[^=]*=/, '')]))
  const allowed = followed[named.get('FREQ') ?? '']
  const isBoth = named.has('BYDAY') && named.has('BYMONTHDAY')
  return allowed && !isBoth && parts.every((part) => allowed.test(part)) ? named : null
}

/** UNTIL is compared here: ical.js takes one in UTC for the event's own clocks. */
function withoutEnd(parts: Map<string, string>): string {
  return [...parts].flatMap(([name, value]) => (name === 'UNTIL' ? [] : [`${name}=${value}`])).join(';')
}

/** Is a wall time later than the end that the rule names, a day, a wall time or an instant? */
function endOf(until: string | undefined, clocks: WallClock): (time: string) => boolean {
  if (until === undefined) return () => false
  const end = until.replace(
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?/,
    (_, year, month, date, hour, min, sec) =>
      [`${year}-${month}-${date}`, ...(hour ? [`${hour}:${min}:${sec}`] : [])].join('T'),
  )
  if (!end.endsWith('Z')) return (time) => time.slice(0, end.length) > end
  const at = Date.parse(end)
  return (time) => (time.includes('T') ? (clocks(time)?.getTime() ?? 0) > at : time > end.slice(0, 10))
}

function isSoon(start: string, until: string): boolean {
  const end = Date.parse(until.replace(/^(\d{4})(\d{2})(\d{2}).*/, '$1-$2-$3'))
  return end - Date.parse(start.slice(0, 10)) <= LONGEST_CONFERENCE_MS
}
