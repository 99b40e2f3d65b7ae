import { requireAccess } from '@/lib/people/access'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
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
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  const conference = await db.conference.findUnique({
    where: { id: conferenceId },
    select: { id: true, visibility: true },
  })
  if (!conference) throw new AppError('NOT_FOUND')
  await requireAccess(db, viewer, conference, 'plan')
  return { userId: viewer.id, conferenceId }
}
