import { notesOf } from '@/lib/people/participation'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

const MOST_VERSIONS = 100

/**
 * What a note said before, newest first: of the viewer's own notes, and of those that a group of theirs shares.
 * @throws {AppError} UNAUTHENTICATED for a guest; NOT_FOUND when there is no such note for this viewer
 */
export async function listVersions(db: Database, viewer: Viewer, noteId: string): Promise<{ id: string; text: string; createdAt: string }[]> {
  if (viewer.kind === 'guest') throw new AppError('UNAUTHENTICATED')
  const note = await db.note.findFirst({
    where: { id: noteId, ...notesOf(viewer.id) },
    select: { revisions: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MOST_VERSIONS, select: { id: true, text: true, createdAt: true } } },
  })
  if (!note) throw new AppError('NOT_FOUND', 'note')
  return note.revisions.map(({ createdAt, ...version }) => ({ ...version, createdAt: createdAt.toISOString() }))
}
