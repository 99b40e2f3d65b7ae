import { addDays, dateOn, instantOf, zonedInstant } from '@/lib/platform/time'
import type { BoardPlace, BoardSession } from '../board'
import type { LandedSession } from './carry'

/**
 * Onto another day: at the same time on its clocks, as long as it was, in the same rooms; what has no time has none
 * there either. What begins after midnight does so in that day's night.
 * @param date `2026-03-25`
 */
export function toDay(sessions: readonly BoardSession[], date: string, timeZone: string): LandedSession[] {
  return sessions.map((session) => ({ session, place: { ...placeOn(session, date, timeZone), dayOn: date } }))
}

/**
 * Of what was put onto another day, what begins there at another time than before, for the clocks skip that time.
 * @returns when it began and when it begins, as instants
 */
export function skippedTimes(moved: readonly LandedSession[], timeZone: string): { before: string; after: string }[] {
  return moved.flatMap(({ session, place }) => {
    if (!session.startAt || !place.startAt || session.dayOn === place.dayOn) return []
    // What somebody gave another time themselves is where they want it.
    if (placeOn(session, place.dayOn, timeZone).startAt !== place.startAt) return []
    const [before, after] = [session.startAt, place.startAt]
    return clockOf(new Date(before), timeZone) === clockOf(new Date(after), timeZone) ? [] : [{ before, after }]
  })
}

function placeOn({ dayOn, startAt, endAt, roomIds }: BoardSession, date: string, timeZone: string): BoardPlace {
  if (startAt === null) return { dayOn, startAt, endAt, roomIds }
  const before = new Date(startAt)
  const isInNight = dateOn(before, timeZone) !== dayOn
  const clock = clockOf(before, timeZone)
  const start = instantOf(`${isInNight ? addDays(date, 1) : date}${clock}`, timeZone) ?? before
  const lengthMs = endAt === null ? null : Date.parse(endAt) - before.getTime()
  return {
    dayOn,
    startAt: start.toISOString(),
    endAt: lengthMs === null ? null : new Date(start.getTime() + lengthMs).toISOString(),
    roomIds,
  }
}

/** "T02:30" */
function clockOf(instant: Date, timeZone: string): string {
  return zonedInstant(instant, timeZone).slice('2026-03-24'.length, '2026-03-24T00:00'.length)
}
