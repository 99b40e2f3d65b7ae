import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import { readBlob } from '@/lib/platform/blobs'
import type { Database } from '@/lib/platform/db'
import { pictureTypes, type PictureType } from './photo-limits'

/** A photo as it is handed out. */
export type ServedPhoto = { id: string; mediaType: PictureType; bytes: Buffer; /** Of the bytes: SHA-256, hex. */ sha256: string }

/**
 * A photo for whoever took it or shares the note it is in.
 * @returns null when there is none, none for this viewer, or its bytes have not come yet
 */
export async function getPhoto(db: Database, viewer: Viewer, id: string): Promise<ServedPhoto | null> {
  if (viewer.kind === 'guest') return null
  const photo = await db.photo.findFirst({ where: { id, deletedAt: null, bytes: { gt: 0 }, ...seenBy(viewer.id) }, select: { mediaType: true } })
  // Written by `keepPhoto` alone, from this list.
  const mediaType = pictureTypes.find((known) => known === photo?.mediaType)
  const bytes = photo ? await readBlob(id) : null
  return mediaType && bytes ? { id, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') } : null
}

/** Photos that a person took, or that are in a note of a group of theirs. */
function seenBy(userId: string): Prisma.PhotoWhereInput {
  return { OR: [{ userId }, { note: { group: { members: { some: { userId } } } } }] }
}
