import { sessionTimes, type WrongTimes } from '@/lib/schedule/edit/session-times'
import { readClock } from '@/lib/platform/clocks/read-clock'
import type { BoardPlace } from '../board'

const DATE = /^\d{4}-\d{2}-\d{2}$/

export type ReadPlace =
  | { ok: true; place: BoardPlace; /** Wall times that come twice that night: the first was taken. */ twice: string[] }
  | WrongTimes
  | { ok: false; reason: 'INVALID' }

/**
 * The place that fields say: "YYYY-MM-DD", two wall times and the first room. No start is the tray; further rooms stay.
 * @param before where it is now: a night's session keeps its night, and a time that stays its instant
 */
export function readPlace(
  { dayOn = '', start = '', end = '', room = '' }: Readonly<Record<string, string>>,
  timeZone: string,
  before: BoardPlace,
): ReadPlace {
  if (!DATE.test(dayOn)) return { ok: false, reason: 'INVALID' }
  const [from, till] = [start, end].map((clock) => readClock(clock))
  if ((start && !from) || (end && !till)) return { ok: false, reason: 'INVALID' }
  const times = sessionTimes({ dayOn, start: from ?? null, end: till ?? null }, timeZone, before)
  if ('ok' in times) return times
  const { twice, ...span } = times
  const others = before.roomIds.slice(1).filter((id) => id !== room)
  return { ok: true, place: { dayOn, ...span, roomIds: [...(room ? [room] : []), ...others] }, twice }
}

/** A time that is written to its end, or none. */
const WRITTEN = /^(\d\d:\d\d)?$/

/**
 * The place that fields say while somebody fills them in; null: none, or a time that is half written ("1" may become
 * "15:30").
 */
export function writtenPlace(
  fields: Readonly<Record<string, string>>,
  timeZone: string,
  before: BoardPlace,
): BoardPlace | null {
  const read = readPlace(fields, timeZone, before)
  return read.ok && [fields.start, fields.end].every((time) => WRITTEN.test(time ?? '')) ? read.place : null
}
