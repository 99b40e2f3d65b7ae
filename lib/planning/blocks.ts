import { addDays, dateOn, instantOf, timeOf } from '@/lib/platform/time'

type BlockTimes = { startAt: Date; endAt: Date; daily: boolean }

/** A block on one day, in the conference's zone. */
export type BlockDay = { day: string; startAt: Date; endAt: Date }

/**
 * When a block is: once, or on each of `days` at the same time on the clocks of `timeZone` and for as long.
 * A time that a change of clocks skips is read with the offset before the change.
 */
export function blockDays({ startAt, endAt, daily }: BlockTimes, days: readonly string[], timeZone: string): BlockDay[] {
  if (!daily) return [{ day: dateOn(startAt, timeZone), startAt, endAt }]
  const [time, lengthMs] = [timeOf(startAt, timeZone), endAt.getTime() - startAt.getTime()]
  return days.flatMap((day) => {
    const start = instantOf(`${day}T${time}`, timeZone)
    return start ? [{ day, startAt: start, endAt: new Date(start.getTime() + lengthMs) }] : []
  })
}

/**
 * A block's instants from what a form says, in the conference's zone. An end that is not after the start is on the next day.
 * @param from "HH:MM"
 * @param to "HH:MM"
 * @returns null when the two are the same, or no times
 */
export function blockTimes(day: string, from: string, to: string, timeZone: string): { startAt: string; endAt: string } | null {
  const [start, end, next] = [instantOf(`${day}T${from}`, timeZone), instantOf(`${day}T${to}`, timeZone), instantOf(`${addDays(day, 1)}T${to}`, timeZone)]
  if (!start || !end || !next || from === to) return null
  return { startAt: start.toISOString(), endAt: (end > start ? end : next).toISOString() }
}
