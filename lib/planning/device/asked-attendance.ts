import { lastAsked } from '@/lib/sync/client/store/last-asked'
import { localState } from '@/lib/sync/client/store/local-state'
import { attendanceChange, noAttendance } from '../said'
import type { Attendance } from '../schema'

/** By session: what was said of it and the store has not told of yet. */
const asked = lastAsked<Partial<Attendance>>()

/** What became of a session: as it was last said on this page, else as the store told. */
export function attendanceAsked(conferenceId: string, sessionId: string): Attendance {
  const told = localState().attendances?.get(conferenceId)?.get(sessionId) ?? noAttendance
  return { ...told, ...asked.get(sessionId)?.value }
}

/**
 * From now on this is what was said of a session, until the store tells of it; what is not named stays.
 * @param kept resolves once it is in the store; when it rejects, nothing was said
 */
export function askAttendance(
  conferenceId: string,
  sessionId: string,
  said: Partial<Attendance>,
  kept: Promise<unknown>,
): void {
  const wanted = { ...asked.get(sessionId)?.value, ...said }
  asked.ask(sessionId, wanted, kept, ({ attendances }) => {
    const told = attendances?.get(conferenceId)?.get(sessionId) ?? noAttendance
    return Object.keys(attendanceChange(told, { ...told, ...wanted })).length === 0
  })
}
