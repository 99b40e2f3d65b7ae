import { HOUR_MS, instantOf, MINUTE_MS } from '@/lib/platform/time'
import type { ProgramDraft } from '../reading/program-draft'
import { instantSince1970, type TimeReader, type ToldTime } from '../reading/source-times'
import type { SchedSession } from './session'

export type SchedTimes = {
  /** Of a session whose time is to be announced; else null. */
  dateOn: string | null
  startAt: Date | null
  endAt: Date | null
  told: ToldTime | null
}

/**
 * When a session is. Its start stands there twice, on the site's clock and as seconds since 1970: these are taken, and
 * their distance is the offset of the end, which stands there once. Null, with a problem, when there is no day.
 */
export function schedTimesOf(
  session: SchedSession,
  path: string,
  readTime: TimeReader,
  addProblem: ProgramDraft['addProblem'],
): SchedTimes | null {
  const { event_start: start, event_end: end, start_time_ts: seconds } = session
  const [, dateOn] = /^(\d{4}-\d{2}-\d{2})(?:\s*TB[AD])?$/i.exec(start ?? '') ?? []
  if (dateOn !== undefined && readTime(`${dateOn} 12:00`, `${path}.event_start`))
    return { dateOn, startAt: null, endAt: null, told: null }
  if (start === null) addProblem('error', path, 'start-missing', session.name)
  const at = typeof seconds === 'number' ? instantSince1970(seconds * 1000) : null
  const wallStart = instantOf(start ?? '', 'UTC')
  const offset = at && wallStart ? wallStart.getTime() - at.getTime() : null
  if (at === null || offset === null || !isOffset(offset)) {
    if (offset !== null) addProblem('warning', `${path}.start_time_ts`, 'time-unreadable', String(seconds))
    const startAt = readTime(start, `${path}.event_start`)
    return startAt && { dateOn: null, startAt, endAt: readTime(end, `${path}.event_end`), told: null }
  }
  const wallEnd = instantOf(end ?? '', 'UTC')
  return {
    dateOn: null,
    startAt: at,
    endAt: wallEnd && new Date(wallEnd.getTime() - offset),
    told: { path: `${path}.event_start`, wall: (start ?? '').slice(11, 16), at },
  }
}

function isOffset(ms: number): boolean {
  return Math.abs(ms) <= 14 * HOUR_MS && ms % (15 * MINUTE_MS) === 0
}
