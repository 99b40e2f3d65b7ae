import { z } from 'zod'
import type { UserViewer, Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/**
 * The signed-in viewer, if they are the person whose store a device speaks for. Its browser may since have signed out,
 * or in as somebody else, in another tab.
 * @throws {AppError} UNAUTHENTICATED; ACCOUNT_GONE when there is no such account any more, so that what the device
 * holds need not wait for ever (whoever can name its random id was told it)
 */
export async function requirePerson(db: Database, viewer: Viewer, person: string): Promise<UserViewer> {
  if (viewer.kind === 'user' && viewer.id === person) return viewer
  const isHere = !z.uuid().safeParse(person).success || (await db.user.count({ where: { id: person } })) > 0
  throw new AppError(isHere ? 'UNAUTHENTICATED' : 'ACCOUNT_GONE', 'person')
}
