import { tzOffset } from '@date-fns/tz/tzOffset'

export const SECOND_MS = 1000
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Is this an IANA time zone that this machine knows? */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * The instant at which clocks of `timeZone` show this wall time. A wall time that a change of clocks skips is read
 * with the offset before the change; one that occurs twice means its first.
 * @param wall "YYYY-MM-DDTHH:MM" with optional seconds; a space may stand for the T
 */
export function instantOf(wall: string, timeZone: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?/.exec(wall)
  if (!match) return null
  const [date, hour, minute, second = '00'] = match.slice(1)
  const utc = Date.parse(`${date}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(utc) ? null : new Date(utc - offsetMsAt(utc, timeZone))
}

// A programme says the same few times over and over, and so does a table of a million rows.
const MOST_KNOWN = 5_000
const knownOffsets = new Map<string, number>()

function offsetMsAt(utc: number, timeZone: string): number {
  const key = `${utc} ${timeZone}`
  const known = knownOffsets.get(key)
  if (known !== undefined) return known
  if (knownOffsets.size >= MOST_KNOWN) knownOffsets.clear()
  const offset = findOffsetMs(utc, timeZone)
  knownOffsets.set(key, offset)
  return offset
}

/**
 * The offset of a wall time given as if it were UTC: that before a change of clocks near it, where it is valid there,
 * else that after.
 */
function findOffsetMs(utc: number, timeZone: string): number {
  const [before, after] = [utc - DAY_MS, utc + DAY_MS].map((at) => tzOffset(timeZone, new Date(at)) * MINUTE_MS)
  const isValid = (offset: number) => tzOffset(timeZone, new Date(utc - offset)) * MINUTE_MS === offset
  return [before, after].find((offset): offset is number => offset !== undefined && isValid(offset)) ?? before ?? 0
}

/** The calendar date in `timeZone` at this instant, "YYYY-MM-DD". */
export function dateOn(instant: Date, timeZone: string): string {
  return dateAndTimeIn(instant, timeZone).date
}

/** The wall time in `timeZone` at this instant, "HH:MM". */
export function timeOf(instant: Date, timeZone: string): string {
  return dateAndTimeIn(instant, timeZone).time
}

/** An instant as clocks of `timeZone` show it, with their offset: "2026-03-24T09:00:00+01:00". */
export function zonedInstant(instant: Date, timeZone: string): string {
  // Zones of before 1940 are off by seconds, too, which no format can say.
  const minutes = Math.round(tzOffset(timeZone, instant))
  const offset = Math.abs(minutes)
  const two = (number: number) => String(number).padStart(2, '0')
  const wall = new Date(instant.getTime() + minutes * MINUTE_MS).toISOString().slice(0, 19)
  return `${wall}${minutes < 0 ? '-' : '+'}${two(Math.floor(offset / 60))}:${two(offset % 60)}`
}

/** The date so many days later, "YYYY-MM-DD". */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

type WallTime = { date: string; time: string }
const formats = new Map<string, Intl.DateTimeFormat>()
const knownWalls = new Map<string, WallTime>()

function dateAndTimeIn(instant: Date, timeZone: string): WallTime {
  const key = `${instant.getTime()} ${timeZone}`
  const known = knownWalls.get(key)
  if (known) return known
  if (knownWalls.size >= MOST_KNOWN) knownWalls.clear()
  const wall = findWallTime(instant, timeZone)
  knownWalls.set(key, wall)
  return wall
}

function findWallTime(instant: Date, timeZone: string): WallTime {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]))
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/** The later of two instants. */
export function laterOf(one: Date, other: Date): Date {
  return one > other ? one : other
}

/**
 * When a change counts that comes after another: now, but in a later second at least. HTTP counts seconds, and who asks
 * by them must not miss the second of two changes within one.
 */
export function laterBySecond(now: Date, before: Date): Date {
  const next = (Math.floor(before.getTime() / SECOND_MS) + 1) * SECOND_MS
  return new Date(Math.max(now.getTime(), next))
}
