import type { UserViewer } from '@/lib/planning/mutations'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'

/**
 * The signed-in viewer, if they are the person whose store a device speaks for. Its browser may since have signed out, or
 * in as somebody else, in another tab.
 * @throws {AppError} UNAUTHENTICATED
 */
export function requirePerson(viewer: Viewer, person: string): UserViewer {
  if (viewer.kind === 'guest' || viewer.id !== person) throw new AppError('UNAUTHENTICATED', 'person')
  return viewer
}
