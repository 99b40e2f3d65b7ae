import { z } from 'zod'
import { isInstant } from '@/lib/platform/clean-text'
import { instantOf, timeOf } from '@/lib/platform/time'
import { tellClockChange } from './clock-changes'
import type { ProgramDraft } from './program-draft'

/** Reads one time of a source; null when there is none, and, with a problem, when it is none that clocks show. */
export type TimeReader = (time: string | null, path: string) => Date | null

/**
 * Reads times as tools write them: "2027-06-10T09:00:00", with a space for the T, without seconds or with more than
 * clocks show. One with an offset is what it says, any other is a wall time in `timeZone`.
 */
export function timeReader(timeZone: string, addProblem: ProgramDraft['addProblem']): TimeReader {
  return (time, path) => {
    if (time === null || time.trim() === '') return null
    const at = instantIn(time.trim(), timeZone)
    if (at === null || !isInstant(at.toISOString())) {
      addProblem('error', path, 'time-unreadable', time)
      return null
    }
    if (!hasOffset(time)) tellClockChange(time.trim(), (wall) => instantOf(wall, timeZone), path, addProblem)
    return at
  }
}

function instantIn(time: string, timeZone: string): Date | null {
  const [, date = '', hour = '', rest = '', zone] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2})(:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(time) ?? []
  if (!z.iso.date().safeParse(date).success || Number(hour) > 23) return null
  const wall = `${date}T${hour.padStart(2, '0')}${rest}`
  const at = zone === undefined ? instantOf(wall, timeZone) : new Date(wall + zone)
  return at === null || Number.isNaN(at.getTime()) ? null : at
}

function hasOffset(time: string): boolean {
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(time.trim())
}

/** The instant of a source's seconds or milliseconds since 1970; null when no calendar has it. */
export function instantSince1970(milliseconds: number): Date | null {
  const at = new Date(milliseconds)
  return !Number.isNaN(at.getTime()) && isInstant(at.toISOString()) ? at : null
}

/** A wall time, "HH:MM", that a source writes beside the instant it means. */
export type ToldTime = { path: string; wall: string; at: Date }

/**
 * Says once when the wall times that a source writes beside its instants are not those of `timeZone`: the instants are
 * taken, but the conference is in another zone.
 */
export function tellOtherZone(times: ToldTime[], timeZone: string, addProblem: ProgramDraft['addProblem']): void {
  const others = times.filter(({ wall, at }) => timeOf(at, timeZone) !== wall)
  const [first] = others
  if (!first) return
  const [shown, count] = [timeOf(first.at, timeZone), `${others.length} / ${times.length}`]
  addProblem('warning', first.path, 'zone-differs', `${first.wall} ≠ ${shown} ${timeZone}, ${count}`)
}
