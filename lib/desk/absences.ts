import { clockChangeAt } from '@/lib/platform/clock-change'
import { readClock } from '@/lib/platform/clocks/read-clock'
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

/** What comes of absences that two organizers say at once. */
export type MergedAbsences = {
  absences: Span[]
  /** What another said since, which is among them. */ theirs: Span[]
  /** How many of those that were to stay another took away since. */ gone: number
}

/**
 * The absences that somebody says, with what others said and took away since.
 * @param seen what stood where they were said
 */
export function mergeAbsences(seen: readonly Span[], stored: readonly Span[], wanted: readonly Span[]): MergedAbsences {
  const [known, standing, said] = [seen, stored, wanted].map((all) => new Set(all.map(keyOf)))
  const isGone = (span: Span) => known?.has(keyOf(span)) === true && standing?.has(keyOf(span)) !== true
  const theirs = stored.filter((span) => !known?.has(keyOf(span)) && !said?.has(keyOf(span)))
  const mine = wanted.filter((span) => !isGone(span))
  const absences = [...mine, ...theirs].sort((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt))
  return { absences, theirs, gone: wanted.length - mine.length }
}

function keyOf({ startAt, endAt }: Span): string {
  return `${Date.parse(startAt)} ${Date.parse(endAt)}`
}
