import { addDays, instantOf, MINUTE_MS } from '@/lib/platform/time'
import { isDay } from '@/lib/platform/clean-text'
import { readDuration, readTime } from '../csv/times'
import { tellClockChange } from '../reading/clock-changes'
import type { ProgramDraft } from '../reading/program-draft'
import type { FrabEvent } from './schedule'

/** `isWall`: the start was reckoned from a day and a wall time. */
export type EventTimes = { startAt: Date; endAt: Date | null; isWall: boolean }

/** Of a schedule that does not say when its day changes: like a party that goes on. */
const DAY_CHANGE = '04:00'

/**
 * When an event takes place: from its date, an instant with an offset, else the day under which it is listed and its
 * start in the zone; a start before the day's change is one of the next calendar day. To its end, else for its
 * duration.
 * @returns null, with a problem, without a readable start
 */
export function timesOf(
  event: FrabEvent,
  {
    dayChange,
    timeZone,
    addProblem,
  }: { dayChange: string | null; timeZone: string } & Pick<ProgramDraft, 'addProblem'>,
): EventTimes | null {
  const startAt = instantIn(event.date) ?? wallStart(event, dayChange, timeZone, addProblem)
  if (!startAt) {
    const said = [event.date, event.start].filter(Boolean).join(' ')
    addProblem('error', event.path, said ? 'time-unreadable' : 'start-missing', `${said} ${event.title ?? ''}`)
    return null
  }
  const isWall = instantIn(event.date) === null
  const endAt = instantIn(event.end)
  if (endAt) return { startAt, endAt, isWall }
  const duration = event.duration?.trim() ?? ''
  const minutes = readDuration(duration)
  if (duration !== '' && minutes === null)
    addProblem('warning', event.path, 'duration-unreadable', `${duration}: ${event.title ?? ''}`)
  // Who has to write a duration and knows none writes 0:00.
  return { startAt, endAt: minutes ? new Date(startAt.getTime() + minutes * MINUTE_MS) : null, isWall }
}

/** "2019-12-27T11:00:00+01:00", also with a space, without seconds or the colon of the offset; null for any other. */
export function instantIn(text: string | null): Date | null {
  const [, date, time, offset] =
    /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s*(Z|[+-]\d{2}:?\d{2})\s*$/i.exec(text ?? '') ??
    []
  if (!date || !offset || dayIn(date) === null) return null
  const instant = new Date(`${date}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()}`)
  return Number.isNaN(instant.getTime()) ? null : instant
}

function wallStart(
  { path, date, day, start }: FrabEvent,
  dayChange: string | null,
  timeZone: string,
  addProblem: ProgramDraft['addProblem'],
): Date | null {
  const [, dateOn, dateTime] = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(date ?? '') ?? []
  const listedOn = dayIn(dateOn ?? day)
  const minutes = readTime(start ?? '') ?? readTime(dateTime ?? '')
  if (listedOn === null || minutes === null) return null
  const isNight = dateOn === undefined && minutes < (readTime(dayChange ?? '') ?? readTime(DAY_CHANGE) ?? 0)
  const on = addDays(listedOn, Math.floor(minutes / 1440) + (isNight ? 1 : 0))
  const wall = `${on}T${new Date((minutes % 1440) * MINUTE_MS).toISOString().slice(11, 16)}`
  tellClockChange(wall, (text) => instantOf(text, timeZone), path, addProblem)
  return instantOf(wall, timeZone)
}

/** The date at the beginning of a text, if calendars have it. */
export function dayIn(text: string | null | undefined): string | null {
  const [, date] = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text ?? '') ?? []
  return date !== undefined && isDay(date) && addDays(date, 0) === date ? date : null
}
