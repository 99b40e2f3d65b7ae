import { clockChangeAt, type ClockChange } from '@/lib/platform/clock-change'
import { addDays, DAY_MS, dateOn, instantOf, MINUTE_MS, timeOf } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import type { Block } from './schema'
import { timeSpanOf } from './time-span'

type BlockTimes = { startAt: Date; endAt: Date; daily: boolean }

/** A block on one day, in the conference's zone. */
export type BlockDay = { day: string; startAt: Date; endAt: Date }

/**
 * When a block is: once, or on each of `days` from and to the same times on the clocks of `timeZone`, also where they
 * change in between. A time that a change of clocks skips is read with the offset before the change; where that leaves
 * nothing of a block, it is as long as ever.
 */
export function blockDays(
  { startAt, endAt, daily }: BlockTimes,
  days: readonly string[],
  timeZone: string,
): BlockDay[] {
  if (!daily) return [{ day: dateOn(startAt, timeZone), startAt, endAt }]
  const [from, to] = [timeOf(startAt, timeZone), timeOf(endAt, timeZone)]
  const nights = (Date.parse(dateOn(endAt, timeZone)) - Date.parse(dateOn(startAt, timeZone))) / DAY_MS
  return days.flatMap((day) => {
    const [start, end] = [instantOf(`${day}T${from}`, timeZone), instantOf(`${addDays(day, nights)}T${to}`, timeZone)]
    if (!start || !end) return []
    const asLong = new Date(start.getTime() + endAt.getTime() - startAt.getTime())
    return [{ day, startAt: start, endAt: end > start ? end : asLong }]
  })
}

/**
 * A block's instants from what a form says, in the conference's zone.
 * @param from "HH:MM"
 * @param to "HH:MM"
 * @returns null when they are no times, or the end is neither later nor in the night after
 */
export function blockTimes(
  day: string,
  from: string,
  to: string,
  timeZone: string,
): { startAt: string; endAt: string } | null {
  const [start, end, next] = [
    instantOf(`${day}T${from}`, timeZone),
    instantOf(`${day}T${to}`, timeZone),
    instantOf(`${addDays(day, 1)}T${to}`, timeZone),
  ]
  if (!start || !end || !next) return null
  const till = end > start ? end : endsNextDay(from, to) ? next : null
  return till && { startAt: start.toISOString(), endAt: till.toISOString() }
}

/** What a change of clocks makes of one time of a form, on one day. */
export type BlockClockChange = { day: string; time: string; change: ClockChange }

/**
 * What changes of clocks make of a form's times on these days.
 * @param from "HH:MM"
 * @param to "HH:MM"
 */
export function blockClockChanges(
  days: readonly string[],
  from: string,
  to: string,
  timeZone: string,
): BlockClockChange[] {
  const clocks = (wall: string) => instantOf(wall, timeZone)
  return days.flatMap((day) => {
    const till = endsNextDay(from, to) ? addDays(day, 1) : day
    return [
      { day, time: from, change: clockChangeAt(`${day}T${from}`, clocks) },
      { day, time: to, change: clockChangeAt(`${till}T${to}`, clocks) },
    ].flatMap(({ change, ...time }) => (change ? [{ ...time, change }] : []))
  })
}

const NIGHT_ENDS = '06:00'

/**
 * Whether "HH:MM" to "HH:MM" goes over midnight. Any other end before its start is a slip: it would make a block of
 * nearly a day.
 */
export function endsNextDay(from: string, to: string): boolean {
  return to !== '' && to <= NIGHT_ENDS && from > NIGHT_ENDS
}

/** A block as it is drawn on one day. */
export type PlacedBlock = BlockDay & { block: Block }

/** Blocks on their days, by start. */
export function placeBlocks(blocks: readonly Block[], days: readonly string[], timeZone: string): PlacedBlock[] {
  const placed = blocks.flatMap((block) =>
    blockDays(
      { startAt: new Date(block.startAt), endAt: new Date(block.endAt), daily: block.daily },
      days,
      timeZone,
    ).map((time) => ({ ...time, block })),
  )
  return placed.sort((a, b) => a.startAt.getTime() - b.startAt.getTime())
}

/**
 * Which of my blocks a session collides with, and for how many minutes. One of unknown length counts at its start only:
 * 0 minutes.
 */
export function blocksDuring(
  session: AgendaSession,
  placed: readonly PlacedBlock[],
): { block: Block; minutes: number }[] {
  const span = session.status === 'cancelled' ? null : timeSpanOf(session)
  if (!span) return []
  return placed.flatMap(({ block, startAt, endAt }) => {
    const [from, to] = [startAt.getTime(), endAt.getTime()]
    if (span.end === null) return from <= span.start && span.start < to ? [{ block, minutes: 0 }] : []
    const ms = Math.min(span.end, to) - Math.max(span.start, from)
    return ms > 0 ? [{ block, minutes: Math.round(ms / MINUTE_MS) }] : []
  })
}
