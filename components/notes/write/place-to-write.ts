import { readAttendances } from '@/lib/planning/device/use-attendances'
import { isThere } from '@/lib/planning/said'
import type { Attendance } from '@/lib/planning/schema'
import { pageAddress } from '@/lib/program/addresses'
import { WRITE } from '@/lib/program/pages'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'

type Attendances = ReadonlyMap<string, Attendance>

/**
 * Where one writes now: in the note of the session that I said I am in (of several the one that is looked at, else what
 * was said last), else of the session that is looked at, else in a new one. Waits until this device has been read.
 * @param looked the address of the session that is looked at
 */
export async function placeToWrite(
  conference: { id: string; slug: string },
  looked: string | undefined,
): Promise<string> {
  const attendances = await readAttendances(conference.id)
  const inside = isAnywhere(attendances) ? await inSession(conference.slug, attendances, looked) : null
  return noteAddress(conference.slug, inside?.slug ?? looked)
}

function inSession(slug: string, attendances: Attendances, looked: string | undefined) {
  return keepTrying(() => import('./session-inside'))
    .then(({ sessionInside }) => sessionInside(slug, attendances, new Date(), looked))
    .catch(() => null)
}

/** I said of some session that I am in. */
export function isAnywhere(attendances: Attendances): boolean {
  return [...attendances.values()].some(({ status }) => isThere(status))
}

/** The note of a session, by its address; undefined: a new one. */
export function noteAddress(slug: string, session: string | undefined): string {
  return session ? `${pageAddress(slug, 'session', session)}${WRITE}` : pageAddress(slug, 'newNote')
}
