import { dateOn } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import { hasDoors } from '@/lib/program/doors'
import type { Attendance, AttendanceStatus, Block, SetAttendance, SetBlock } from './schema'

/** What rows become when something is said of them; the server and the device's own screens go by the same. */

/** What is said of an attendance. */
type Said = Omit<SetAttendance, 'sessionId'>

export const noAttendance: Attendance = { status: null, watchReplay: false, findSlides: false }

/** Does it say that somebody is in a session, or was until it ended? */
export function isThere(status: AttendanceStatus | null): boolean {
  return status === 'attended' || status === 'arrivedLate'
}

/**
 * Is somebody asked how it went? Not before it goes, nor of a break or a desk, which nobody is let into. Of what has no
 * time its day alone is known.
 * @param timeZone the conference's
 */
export function canBeAttended(
  session: Pick<AgendaSession, 'kind' | 'startAt' | 'dayOn'>,
  now: Date,
  timeZone: string,
): boolean {
  const { startAt, dayOn } = session
  return hasDoors(session) && (startAt ? Date.parse(startAt) <= now.getTime() : dayOn <= dateOn(now, timeZone))
}

/** An attendance after something was said of it: what was not named stays. */
export function attendanceWith(before: Attendance, said: Said): Attendance {
  const { reason, ...rest } = said.adds ? added(before, said) : replaced(before, said)
  return reason ? { ...rest, reason } : rest
}

function replaced(before: Attendance, { status, watchReplay, findSlides, reason }: Said): Attendance {
  return {
    status: status === undefined ? before.status : status,
    watchReplay: watchReplay ?? before.watchReplay,
    findSlides: findSlides ?? before.findSlides,
    reason: reason ?? before.reason,
  }
}

function added(before: Attendance, { status, watchReplay, findSlides, reason }: Said): Attendance {
  return {
    status: before.status ?? status ?? null,
    watchReplay: before.watchReplay || watchReplay === true,
    findSlides: before.findSlides || findSlides === true,
    reason: before.reason || reason,
  }
}

/** What an attendance says, and nothing of what it leaves open; null: it says nothing. */
export function saidIn({ status, watchReplay, findSlides, reason }: Attendance = noAttendance): Said | null {
  const said = {
    ...(status && { status }),
    ...(watchReplay && { watchReplay }),
    ...(findSlides && { findSlides }),
    ...(reason && { reason }),
  }
  return Object.keys(said).length > 0 ? said : null
}

/**
 * A block after something was said of it; undefined: there is none, and not enough was said to make one.
 * @param before absent: none stands
 */
export function blockWith(
  before: Block | undefined,
  {
    id,
    conferenceId,
    title = before?.title,
    startAt = before?.startAt,
    endAt = before?.endAt,
    daily = before?.daily,
    adds,
  }: SetBlock,
): Block | undefined {
  if (before && adds) return before
  return title === undefined || startAt === undefined || endAt === undefined || daily === undefined
    ? undefined
    : { id, conferenceId, title, startAt, endAt, daily }
}

/** What of a block is another than before: all of a new one. */
export function blockChange(
  before: Block | undefined,
  { id, conferenceId, title, startAt, endAt, daily }: Block,
): SetBlock {
  const isMoved = startAt !== before?.startAt || endAt !== before.endAt
  return {
    id,
    conferenceId,
    ...(title !== before?.title && { title }),
    ...(isMoved && { startAt, endAt }),
    ...(daily !== before?.daily && { daily }),
  }
}

/** Gives those fields of an attendance that differ from before. A reason that is absent counts as unchanged. */
export function attendanceChange(before: Attendance, { status, watchReplay, findSlides, reason }: Attendance): Said {
  return {
    ...(status !== before.status && { status }),
    ...(watchReplay !== before.watchReplay && { watchReplay }),
    ...(findSlides !== before.findSlides && { findSlides }),
    ...(reason !== undefined && reason !== before.reason && { reason }),
  }
}
