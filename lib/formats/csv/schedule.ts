import { eachTextOnce } from '@/lib/platform/once-for'
import { MINUTE_MS, addDays, dateOn, instantOf } from '@/lib/platform/time'
import type { CsvRow } from './rows'
import { tellClockChange } from '../reading/clock-changes'
import { programmeDays } from '../reading/late-night'
import type { ProgramDraft } from '../reading/program-draft'

/** A row with its place in time; a row may have a day and no time. */
export type ScheduledRow = CsvRow & { dayOn: string; startAt: Date | null; endAt: Date | null }

/** An end before its start is the next morning's, unless that would make the session longer than this. */
const LONGEST_NIGHT_MINUTES = 12 * 60
const DAY_MINUTES = 24 * 60

/**
 * Gives each row its day, start and end. A row of which no day is known is a problem and left out. Without a column for
 * days, a session after midnight belongs to the evening it continues.
 * @param timeZone of the times, which are wall times
 */
export function scheduleRows(rows: CsvRow[], draft: ProgramDraft, timeZone: string): ScheduledRow[] {
  const clocks = eachTextOnce((wall) => instantOf(wall, timeZone))
  const timed = rows.map((row) => ({ ...row, ...timesOf(row, draft, timeZone, clocks) }))
  const dayOf = programmeDays(
    timed.flatMap(({ startAt, endAt }) => (startAt ? [{ startAt, endAt }] : [])),
    timeZone,
  )
  return timed.flatMap((row) => {
    const dayOn =
      row.dayOn ??
      ((row.start?.minutes ?? 0) >= DAY_MINUTES ? row.start?.dayOn : null) ??
      (row.startAt ? dayOf(row.startAt) : row.start?.dayOn)
    if (dayOn) return [{ ...row, dayOn }]
    if (row.get('day') === '') draft.addProblem('error', row.path, 'day-missing', row.get('title'))
    return []
  })
}

function timesOf(
  row: CsvRow,
  draft: ProgramDraft,
  timeZone: string,
  clocks: (wall: string) => Date | null,
): { startAt: Date | null; endAt: Date | null } {
  const { start, end, durationMinutes } = row
  const taken = (wall: string | null) => {
    if (wall) tellClockChange(wall, clocks, row.path, draft.addProblem)
    return wall ? clocks(wall) : null
  }
  const startDay = start?.instant ? dateOn(start.instant, timeZone) : (start?.dayOn ?? row.dayOn)
  const startAt = start?.instant ?? taken(wallOf(startDay, start?.minutes ?? null))
  if (!startAt || !startDay) return { startAt: null, endAt: null }
  if (end?.instant) return { startAt, endAt: end.instant }

  const endMinutes = end?.minutes ?? start?.endMinutes ?? null
  if (endMinutes === null)
    return {
      startAt,
      endAt: durationMinutes === null ? null : new Date(startAt.getTime() + durationMinutes * MINUTE_MS),
    }
  if (end?.dayOn) return { startAt, endAt: taken(wallOf(end.dayOn, endMinutes)) }

  const sameDay = wallOf(startDay, endMinutes)
  const sameAt = sameDay && clocks(sameDay)
  if (sameAt && sameAt >= startAt) return { startAt, endAt: taken(sameDay) }
  const nextDay = wallOf(addDays(startDay, 1), endMinutes)
  const nextAt = nextDay && clocks(nextDay)
  if (nextAt && nextAt.getTime() - startAt.getTime() <= LONGEST_NIGHT_MINUTES * MINUTE_MS)
    return { startAt, endAt: taken(nextDay) }
  draft.addProblem('warning', row.path, 'end-before-start', row.get('end') || row.get('start'))
  return { startAt, endAt: null }
}

function wallOf(day: string | null, minutes: number | null): string | null {
  if (day === null || minutes === null) return null
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0')
  // "25:00" is the next morning's on the clocks, and this day's on the programme.
  return `${addDays(day, Math.floor(minutes / DAY_MINUTES))}T${two((minutes % DAY_MINUTES) / 60)}:${two(minutes % 60)}`
}
