import { clockChangeAt } from '@/lib/platform/clock-change'
import { readClock } from '@/lib/platform/read-clock'
import { addDays, dateOn, instantOf, timeOf } from '@/lib/platform/time'
import type { Span } from './board/board'

/** An absence as its fields say it, on the conference's clocks: without a time it begins or ends with its day. */
export type AbsenceFields = { fromOn: string; fromAt: string; untilOn: string; untilAt: string }

type Wrong = { reason: 'INVALID' | 'end-before-start' | 'time-skipped'; /** Of the row. */ row: number; field: Box }
type Box = keyof AbsenceFields
export type ReadAbsences = { ok: true; absences: Span[] } | ({ ok: false } & Wrong)

const DATE = /^\d{4}-\d{2}-\d{2}$/
const MIDNIGHT = '00:00'

/** The absences that rows of fields say; or which field is wrong, and why. */
export function readAbsences(rows: readonly AbsenceFields[], timeZone: string): ReadAbsences {
  const absences: Span[] = []
  for (const [row, fields] of rows.entries()) {
    const from = readMoment(fields.fromOn, fields.fromAt || MIDNIGHT, timeZone)
    if (typeof from === 'string') return { ok: false, reason: from, row, field: fields.fromAt ? 'fromAt' : 'fromOn' }
    const until = fields.untilAt
      ? readMoment(fields.untilOn, fields.untilAt, timeZone)
      : readMoment(nextDay(fields.untilOn), MIDNIGHT, timeZone)
    const field = fields.untilAt ? 'untilAt' : 'untilOn'
    if (typeof until === 'string') return { ok: false, reason: until, row, field }
    if (until <= from) return { ok: false, reason: 'end-before-start', row, field }
    absences.push({ startAt: from.toISOString(), endAt: until.toISOString() })
  }
  return { ok: true, absences }
}

function readMoment(date: string, typed: string, timeZone: string): Date | 'INVALID' | 'time-skipped' {
  const time = readClock(typed)
  const clocks = (wall: string) => instantOf(wall, timeZone)
  const at = DATE.test(date) && time ? clocks(`${date}T${time}`) : null
  if (!at) return 'INVALID'
  // A day that begins with the change of clocks begins when they have changed.
  if (time !== MIDNIGHT && clockChangeAt(`${date}T${time}`, clocks)?.kind === 'skipped') return 'time-skipped'
  return at
}

function nextDay(date: string): string {
  return DATE.test(date) && !Number.isNaN(Date.parse(date)) ? addDays(date, 1) : date
}

/** The fields that say this absence: `readAbsences` reads the same of them. */
export function absenceFieldsOf({ startAt, endAt }: Span, timeZone: string): AbsenceFields {
  const [from, until] = [new Date(startAt), new Date(endAt)]
  const [fromAt, untilAt] = [timeOf(from, timeZone), timeOf(until, timeZone)]
  const untilOn = dateOn(until, timeZone)
  return {
    fromOn: dateOn(from, timeZone),
    fromAt: fromAt === MIDNIGHT ? '' : fromAt,
    ...(untilAt === MIDNIGHT ? { untilOn: addDays(untilOn, -1), untilAt: '' } : { untilOn, untilAt }),
  }
}
