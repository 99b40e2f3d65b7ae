import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireAccess, scopeOf } from './access'
import type { Granted } from '../granted'
import type { Capability } from '../permissions'
import { personOf } from '../person-of'
import type { Viewer } from './viewer-of-cookies'

const fields = { id: true, slug: true, name: true, language: true, timeZone: true, visibility: true } as const

/**
 * Asks whether somebody may do this in a conference.
 * @param slug of the conference
 * @returns the proof, for whom it was made, and the conference
 * @throws {AppError} NOT_FOUND where there is no such conference for them; UNAUTHENTICATED for a guest; else FORBIDDEN
 */
export async function grant<What extends Capability>(db: Database, viewer: Viewer, slug: string, capability: What) {
  const conference = await db.conference.findUnique({ where: { slug }, select: fields })
  if (!conference) throw new AppError('NOT_FOUND', 'conference')
  const role = await requireAccess(db, viewer, conference, capability)
  const person = personOf(viewer)
  const scope = role === 'lead' ? await scopeOf(db, conference.id, person.id) : null
  // The one place where the proof comes into being.
  const granted = { conferenceId: conference.id, userId: person.id, scope } as Granted<What>
  return { granted, person, conference }
}
