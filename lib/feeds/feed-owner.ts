import { requireAccess } from '@/lib/people/server/access'
import { personOf } from '@/lib/people/person-of'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/**
 * Whose feeds of which conference these are.
 * @throws {AppError} UNAUTHENTICATED to a guest: a plan that lives on one device only has no address; NOT_FOUND to
 * whoever may not see the conference
 */
export async function requireFeedOwner(
  db: Database,
  viewer: Viewer,
  conferenceId: string,
): Promise<{ userId: string; conferenceId: string }> {
  const { id: userId } = personOf(viewer)
  const conference = await db.conference.findUnique({
    where: { id: conferenceId },
    select: { id: true, visibility: true },
  })
  if (!conference) throw new AppError('NOT_FOUND')
  await requireAccess(db, viewer, conference, 'plan')
  return { userId, conferenceId }
}
