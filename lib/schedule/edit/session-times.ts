import { clockChangeAt } from '@/lib/platform/clock-change'
import { addDays, dateOn, instantOf } from '@/lib/platform/time'
import type { SessionEdit } from './schema'

type Stored = { dayOn: string; startAt: string | null; endAt: string | null }

export type SessionTimes = {
  startAt: string | null
  endAt: string | null
  /** Wall times, "HH:MM", that the clocks show twice that night, and of which the first was taken. */ twice: string[]
}
export type WrongTimes = {
  ok: false
  reason: 'end-before-start' | 'time-skipped'
  issues?: { path: 'start' | 'end'; message: 'time-skipped' }[]
}

/**
 * The instants of a form's wall times. A session that stands after midnight on the day before keeps its night; an end
 * before the start is the next morning's when it begins in the evening, and midnight is that at the day's end; a wall
 * time that stays keeps its instant, be it the second at which clocks show it.
 * @returns why there are none: it would end before it begins, ends without beginning, or the clocks skip a time
 */
export function sessionTimes(
  { dayOn, start, end }: Pick<SessionEdit, 'dayOn' | 'start' | 'end'>,
  timeZone: string,
  stored?: Stored,
): SessionTimes | WrongTimes {
  if (!start) return end ? { ok: false, reason: 'end-before-start' } : { startAt: null, endAt: null, twice: [] }
  const date = isAfterMidnight(start, timeZone, stored) ? addDays(dayOn, 1) : dayOn
  const from = wallTime(date, start, timeZone, stored?.startAt)
  const till = end
    ? wallTime(
        end < start && (start >= EVENING || end === MIDNIGHT) ? addDays(date, 1) : date,
        end,
        timeZone,
        stored?.endAt,
      )
    : null
  const skipped = [from.isSkipped && 'start', till?.isSkipped && 'end'] as const
  const issues = skipped.flatMap((path) => (path ? [{ path, message: 'time-skipped' as const }] : []))
  if (issues.length > 0) return { ok: false, reason: 'time-skipped', issues }
  if (!from.at || (till?.at && till.at < from.at)) return { ok: false, reason: 'end-before-start' }
  return {
    startAt: from.at.toISOString(),
    endAt: till?.at?.toISOString() ?? null,
    twice: [from, till].flatMap((wall) => (wall?.isTwice ? [wall.time] : [])),
  }
}

const MORNING = '06:00'
const EVENING = '18:00'
const MIDNIGHT = '00:00'

function isAfterMidnight(start: string, timeZone: string, stored?: Stored): boolean {
  if (!stored?.startAt || start >= MORNING) return false
  return dateOn(new Date(stored.startAt), timeZone) === addDays(stored.dayOn, 1)
}

function wallTime(date: string, time: string, timeZone: string, storedAt?: string | null) {
  const clocks = (wall: string) => instantOf(wall, timeZone)
  const [first, change] = [clocks(`${date}T${time}`), clockChangeAt(`${date}T${time}`, clocks)]
  const apartMs = change?.kind === 'twice' ? change.apartMs : 0
  const sinceFirstMs = storedAt && first ? Date.parse(storedAt) - first.getTime() : null
  const stays = sinceFirstMs === 0 || sinceFirstMs === apartMs
  return {
    time,
    at: stays && storedAt ? new Date(storedAt) : first,
    isSkipped: change?.kind === 'skipped',
    isTwice: change?.kind === 'twice' && !stays,
  }
}
