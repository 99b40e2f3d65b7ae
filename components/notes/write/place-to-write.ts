import { readAttendances } from '@/lib/planning/device/use-attendances'
import type { Attendance } from '@/lib/planning/schema'
import { pageAddress } from '@/lib/program/addresses'
import { WRITE } from '@/lib/program/pages'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'

/**
 * Where one writes now: in the note of the session that I said I am in (of several the one that is looked at, else what
 * was said last), else of the session that is looked at, else in a new one. Waits until this device has been read.
 * @param looked the address of the session that is looked at
 */
export async function placeToWrite(
  conference: { id: string; slug: string },
  looked: string | undefined,
): Promise<string> {
  const said = [...(await readAttendances(conference.id))].filter(([, attendance]) => isIn(attendance))
  const inside = said.length === 0 ? null : await inSession(conference.slug, new Map(said), looked)
  return noteAddress(conference.slug, inside?.slug ?? looked)
}

function inSession(slug: string, said: ReadonlyMap<string, Attendance>, looked: string | undefined) {
  return keepTrying(() => import('./session-inside'))
    .then(({ sessionInside }) => sessionInside(slug, said, new Date(), looked))
    .catch(() => null)
}

/** I said that I am in the session. */
export function isIn({ status }: Attendance): boolean {
  return status === 'attended' || status === 'arrivedLate'
}

/** The note of a session, by its address; undefined: a new one. */
export function noteAddress(slug: string, session: string | undefined): string {
  return session ? `${pageAddress(slug, 'session', session)}${WRITE}` : pageAddress(slug, 'newNote')
}
