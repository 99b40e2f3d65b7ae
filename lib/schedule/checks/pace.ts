import { DAY_MS, HOUR_MS, MINUTE_MS, dateOn } from '@/lib/platform/time'

/** How often a source may be checked, in minutes: never, on the conference's days above all, or at any time. */
export const checkChoices = [0, 15, 60, 360, 1440] as const
export type CheckChoice = (typeof checkChoices)[number]

/** The choice that means the days of the conference; at other times it is the one after the slash. */
const ON_ITS_DAYS = 15
const ON_OTHER_DAYS = 6 * 60
const SOON_MS = 7 * DAY_MS
/** Many sources that were set at one time do not ask at one time: later by up to a tenth, and no more than this. */
const MOST_JITTER_MS = 30 * MINUTE_MS
/** However often it failed, it is tried again within so long. */
const LONGEST_PAUSE_MS = DAY_MS
/** A site that says "in a year" is asked before. */
const LONGEST_RETRY_AFTER_MS = 7 * DAY_MS

/** The first and last day of a conference, "YYYY-MM-DD", and its clocks. */
export type ConferenceDays = { first: string; last: string; timeZone: string }

/** What is offered for a source that nobody has decided about. */
export function suggestedChoice(days: ConferenceDays | null, now: Date): CheckChoice {
  if (!days) return 1440
  if (dateOn(now, days.timeZone) > days.last) return 0
  return dateOn(new Date(now.getTime() + SOON_MS), days.timeZone) >= days.first ? ON_ITS_DAYS : 1440
}

/**
 * How long a source that is checked so often waits between two checks, as things are now; ms. Once its conference is
 * over a day at least: slides and replays come for weeks, rooms and times do not.
 */
export function paceOf(checkMinutes: number, days: ConferenceDays | null, now: Date): number {
  const today = days && dateOn(now, days.timeZone)
  if (checkMinutes > 0 && days && today && today > days.last) return Math.max(checkMinutes * MINUTE_MS, DAY_MS)
  if (checkMinutes !== ON_ITS_DAYS) return checkMinutes * MINUTE_MS
  const isOn = days && today && today >= days.first
  return (isOn ? ON_ITS_DAYS : ON_OTHER_DAYS) * MINUTE_MS
}

/**
 * When a source is checked next: after its pace; after failures later each time, up to a day; never before the site
 * wants to be asked.
 * @param failures in a row until now
 * @param retryAfter the header that came with the last of them, as sent
 * @param random from 0 to 1
 */
export function nextCheck(
  { pace, failures, retryAfter }: { pace: number; failures: number; retryAfter?: string },
  now: Date,
  random: number,
): Date {
  const pause = failures > 0 ? Math.max(pace, Math.min(pace * 2 ** failures, LONGEST_PAUSE_MS)) : pace
  const wait = Math.max(pause, retryAfterMs(retryAfter, now))
  return new Date(now.getTime() + wait + Math.round(random * Math.min(wait / 10, MOST_JITTER_MS)))
}

/** How long an answer asks to be left alone, in ms: seconds, or a date of HTTP. What is neither is nothing. */
export function retryAfterMs(header: string | undefined, now: Date): number {
  const text = header?.trim() ?? ''
  const wanted = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isNaN(wanted) ? 0 : Math.min(Math.max(wanted, 0), LONGEST_RETRY_AFTER_MS)
}

/** For how long a check keeps others away: longer than the slowest takes. */
export const CHECK_LEASE_MS = HOUR_MS / 6
