import { dateOn, timeOf } from '@/lib/platform/time'

// British English writes dates as people say them: "Wed 20 Mar".
const locales: Record<string, string> = { en: 'en-GB', fr: 'fr-FR' }

/**
 * A calendar date as people say it, "Wed 20 Mar" or "mer. 20 mars".
 * @param date "YYYY-MM-DD"; no zone takes part
 */
export function sayDay(date: string, language: string, style: 'short' | 'long' = 'short'): string {
  const format = new Intl.DateTimeFormat(locales[language] ?? language, { timeZone: 'UTC', weekday: style, day: 'numeric', month: style, ...(style === 'long' && { year: 'numeric' }) })
  return format.format(new Date(`${date}T00:00:00Z`)).replace(/,/g, '')
}

/** When something begins, as short as it can be said: "10:30" today, "Wed 20 Mar 10:30" on another day, on the clocks of `timeZone`. */
export function sayStart(startAt: Date, now: Date, timeZone: string, language: string): string {
  const day = dateOn(startAt, timeZone)
  return [day === dateOn(now, timeZone) ? '' : sayDay(day, language), timeOf(startAt, timeZone)].filter(Boolean).join(' ')
}

/** A span of dates, "24–27 March 2026". */
export function sayDays(first: string, last: string, language: string): string {
  const format = new Intl.DateTimeFormat(locales[language] ?? language, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  // The spaces around the dash differ between versions of ICU, and so between server and browser.
  return format.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)).replace(/\s*–\s*/, '–')
}

