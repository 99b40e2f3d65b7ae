import { requireAccess } from '@/lib/people/server/access'
import { personOf } from '@/lib/people/person-of'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/**
 * Whoever is signed in and may plan in a conference.
 * @throws {AppError} NOT_FOUND to whoever may not see it, UNAUTHENTICATED to a guest
 */
export async function requirePlanner(db: Database, viewer: Viewer, conferenceId: string): Promise<{ id: string }> {
  const conference = await db.conference.findUnique({
    where: { id: conferenceId },
    select: { id: true, visibility: true },
  })
  if (!conference) throw new AppError('NOT_FOUND', 'conference')
  await requireAccess(db, viewer, conference, 'plan')
  return personOf(viewer)
}
