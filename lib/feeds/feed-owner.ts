import { requireAccess } from '@/lib/people/server/access'
import { groupsOf } from '@/lib/people/server/participation'
import { personOf } from '@/lib/people/person-of'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { findPartById } from './queries'
import type { Subject } from './secret/subject'

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

/**
 * The same, of something that this person may have the calendar of: a part of the conference, a group that they are in.
 * @throws {AppError} as above; NOT_FOUND also when there is no such part or group
 */
export async function requireFeedSubject(
  db: Database,
  viewer: Viewer,
  { conferenceId, subject, subjectId }: { conferenceId: string } & Subject,
): Promise<{ userId: string; conferenceId: string }> {
  const owner = await requireFeedOwner(db, viewer, conferenceId)
  if (subject === 'plan') return owner
  const { visibility } = await db.conference.findUniqueOrThrow({
    where: { id: conferenceId },
    select: { visibility: true },
  })
  // One that was deleted has plans still, and no programme.
  await requireAccess(db, viewer, { id: conferenceId, visibility }, 'see')
  const where = { id: subjectId ?? '', conferenceId }
  const isThere =
    subject === 'conference' ||
    (subject === 'group'
      ? (await db.group.count({ where: { ...where, ...groupsOf(owner.userId) } })) > 0
      : (await findPartById(db, conferenceId, { kind: subject, id: where.id })) !== null)
  if (!isThere) throw new AppError('NOT_FOUND', subject)
  return owner
}
