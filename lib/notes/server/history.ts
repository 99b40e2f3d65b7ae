import { personOf } from '@/lib/people/person-of'
import { notesOf } from '@/lib/people/server/participation'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/** At once; the older ones are asked for by the oldest of these. */
const PAGE = 50

export type Versions = {
  versions: { id: string; text: string; createdAt: string }[]
  /** There are older ones. */ more: boolean
}

/**
 * What a note said before, newest first: of the viewer's own notes, and of those that a group of theirs shares.
 * @param before the id of a version: only those older than it
 * @throws {AppError} UNAUTHENTICATED for a guest; NOT_FOUND when there is no such note for this viewer
 */
export async function listVersions(db: Database, viewer: Viewer, noteId: string, before?: string): Promise<Versions> {
  const note = await db.note.findFirst({
    where: { id: noteId, ...notesOf(personOf(viewer).id) },
    select: {
      revisions: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: PAGE + 1,
        ...(before && { cursor: { id: before }, skip: 1 }),
        select: { id: true, text: true, createdAt: true },
      },
    },
  })
  if (!note) throw new AppError('NOT_FOUND', 'note')
  const versions = note.revisions
    .slice(0, PAGE)
    .map(({ createdAt, ...version }) => ({ ...version, createdAt: createdAt.toISOString() }))
  return { versions, more: note.revisions.length > PAGE }
}
