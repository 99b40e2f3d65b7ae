import { DAY_MS, dateOn, timeOf } from '@/lib/platform/time'
import { haveSameClocks, cityOf } from './zones'

// British English writes dates as people say them: "Wed 20 Mar".
const locales: Record<string, string> = { en: 'en-GB', fr: 'fr-FR' }

/**
 * A calendar date as people say it, "Wed 20 Mar" or "mer. 20 mars"; long, "Wednesday 20 March 2024"; spoken, the same
 * without its year.
 * @param date "YYYY-MM-DD"; no zone takes part
 */
export function sayDay(date: string, language: string, style: 'short' | 'long' | 'spoken' = 'short'): string {
  const said = dayFormat(language, style).format(new Date(`${date}T00:00:00Z`))
  return firstOfMonth(said.replace(/,/g, ''), language)
}

// To make one takes a hundred times as long as to write a date with it.
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(language: string, style: 'short' | 'long' | 'spoken'): Intl.DateTimeFormat {
  const key = `${language} ${style}`
  const length = style === 'short' ? 'short' : 'long'
  const format =
    dayFormats.get(key) ??
    new Intl.DateTimeFormat(locales[language] ?? language, {
      timeZone: 'UTC',
      weekday: length,
      day: 'numeric',
      month: length,
      ...(style === 'long' && { year: 'numeric' }),
    })
  // Languages come from people's browsers.
  if (dayFormats.size > 100) dayFormats.clear()
  dayFormats.set(key, format)
  return format
}

/**
 * The day of an instant, as sayDay says it, in UTC: for what became of an account or an installation, which are in no
 * zone.
 */
export function sayDayOf(at: Date, language: string, style: 'short' | 'long' = 'long'): string {
  return sayDay(at.toISOString().slice(0, 10), language, style)
}

/** In French the first day of a month is "1er"; ICU writes "1". */
function firstOfMonth(said: string, language: string): string {
  return language === 'fr' ? said.replace(/(?<=^|[\s–])1(?=[\s–])/g, '1er') : said
}

/** When something is: instants (ISO, or milliseconds since 1970), or the day of its programme alone. */
export type When = { startAt?: string | number | Date | null; endAt?: string | number | Date | null; dayOn?: string }
/** On whose clocks. */
export type Clocks = {
  timeZone: string
  /** Their zone is said, too: they are not those of the conference. */ namesZone?: boolean
}
/** On whose clocks, in which language. */
export type Saying = Clocks & {
  language: string
  /** A date that stands above already, "YYYY-MM-DD": it is not said again. */ under?: string
  style?: 'short' | 'long'
}

/**
 * When something is, day and time together, on the clocks of `timeZone`: "Wed 20 Mar 10:30–11:00". The day is the one
 * on those clocks, whatever day of the programme it belongs to: half past midnight is tomorrow's, and Tuesday evening
 * in Paris is Wednesday morning in Auckland. It is left out only where that very date stands above. Nothing else says a
 * time: what is said by two hands goes apart.
 */
export function sayWhen({ startAt, endAt, dayOn }: When, saying: Saying): string {
  if (startAt) return sayTimes({ startAt, endAt }, saying) + (saying.namesZone ? ` (${cityOf(saying.timeZone)})` : '')
  return dayOn && dayOn !== saying.under ? sayDay(dayOn, saying.language, saying.style) : ''
}

function sayTimes(
  { startAt, endAt }: { startAt: string | number | Date; endAt: When['endAt'] },
  { timeZone, language, under, style }: Saying,
): string {
  const [start, end] = [new Date(startAt), new Date(endAt ?? startAt)]
  const day = dateOn(start, timeZone)
  const from = [day === under ? '' : sayDay(day, language, style), timeOf(start, timeZone)].filter(Boolean).join(' ')
  if (end <= start) return from
  const until = sayEnd({ startAt, endAt: end }, { timeZone, language, style })
  return isOneStretch(start, end) ? `${from}–${until}` : `${from} – ${until}`
}

/** When something ends, without when it begins: a time; of what lasts a day or longer with the day. */
export function sayEnd(
  { startAt, endAt }: { startAt: string | number | Date; endAt: string | number | Date },
  { timeZone, language, style }: Pick<Saying, 'timeZone' | 'language' | 'style'>,
): string {
  const end = new Date(endAt)
  const under = isOneStretch(new Date(startAt), end) ? dateOn(end, timeZone) : undefined
  return sayTimes({ startAt: end, endAt: null }, { timeZone, language, under, style })
}

/** A night is one stretch; what lasts longer ends on a day of its own. */
function isOneStretch(start: Date, end: Date): boolean {
  return end.getTime() - start.getTime() < DAY_MS
}

/** A moment to the second, where several come within one minute: "Wed 20 Mar 10:30:05". */
export function sayMoment(at: string, saying: Saying): string {
  return `${sayTimes({ startAt: at, endAt: null }, saying)}:${at.slice(17, 19)}`
}

/**
 * How long something is: "45 min", "3 h", "1 h 30". The signs of both units are the same in every language.
 * @param minutes whole ones; less than none is none
 */
export function sayLength(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours < 1) return `${Math.max(0, minutes)}\u00a0min`
  return `${hours}\u00a0h${rest > 0 ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`
}

/** The same for a message that says none at all in words of its own. */
export function lengthOf(minutes: number): { minutes: number; length: string } {
  return { minutes, length: sayLength(minutes) }
}

/** What a clock on the wall shows at this moment, "10:30". */
export function sayClock(now: Date, timeZone: string): string {
  return timeOf(now, timeZone)
}

/** Both ends of a stretch of time, for a sentence around them. */
export function spanWords(
  { start, end }: { start: number; end: number },
  saying: Saying,
): { from: string; to: string } {
  return {
    from: sayWhen({ startAt: start }, saying),
    to: sayWhen({ startAt: end }, { ...saying, under: dateOn(new Date(start), saying.timeZone) }),
  }
}

/** The date that a session, or what else is at an instant, is on by the clocks of `timeZone`. */
export function dateOfWhen({ startAt, dayOn }: When, timeZone: string): string | undefined {
  return startAt ? dateOn(new Date(startAt), timeZone) : dayOn
}

/**
 * Writes a span of dates in a language: "24–27 March 2026".
 * @param first and `last`: "YYYY-MM-DD"
 */
export function sayDays(first: string, last: string, language: string): string {
  const format = new Intl.DateTimeFormat(locales[language] ?? language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  // The spaces around the dash differ between versions of ICU, and so between server and browser.
  const said = format.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`))
  const [from = '', to] = said.split(/\s*–\s*/)
  // A dash between words has spaces around it, one between numbers has none.
  return firstOfMonth(to === undefined ? from : from + (/\s/.test(from) ? '\u00a0– ' : '–') + to, language)
}

/**
 * The clocks of this device, for what has no conference or is about the device itself.
 * @param conferenceZone on whose clocks the times around it are, if that is known
 */
export function ownClocks(conferenceZone: string | null = null): Clocks {
  const timeZone = ownZone()
  return { timeZone, namesZone: conferenceZone === null || !haveSameClocks(timeZone, conferenceZone) }
}

/** The zone of this device's clock. */
function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
