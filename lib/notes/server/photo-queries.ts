import { createHash } from 'node:crypto'
import type { PrismaClient } from '@/generated/prisma/client'
import { groupPhotosOf, photosOf } from '@/lib/people/server/participation'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { readBlob } from '@/lib/platform/blobs/blobs'
import type { Database } from '@/lib/platform/db'
import { tellLostPicture } from './lost-picture'
import { pictureTypes, type PictureType } from '@/lib/platform/pictures/picture-types'
import type { PulledPhoto } from '../pictures/pulled-photo'

/** A photo as it is handed out. */
export type ServedPhoto = {
  id: string
  mediaType: PictureType
  bytes: Buffer
  /** Of the bytes: SHA-256, hex. */ sha256: string
}

/**
 * A photo for whoever took it or shares the note it is in.
 * @returns null when there is none, none for this viewer, or its bytes have not come yet
 */
export async function getPhoto(db: PrismaClient, viewer: Viewer, id: string): Promise<ServedPhoto | null> {
  if (viewer.kind === 'guest') return null
  const photo = await db.photo.findFirst({
    where: { id, deletedAt: null, bytes: { gt: 0 }, ...photosOf(viewer.id) },
    select: { id: true, userId: true, mediaType: true },
  })
  const mediaType = pictureTypeOf(photo?.mediaType)
  const bytes = photo ? await readBlob(id) : null
  if (photo && !bytes) await tellLostPicture(db, photo)
  return mediaType && bytes ? { id, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') } : null
}

const pulled = {
  id: true,
  userId: true,
  noteId: true,
  mediaType: true,
  bytes: true,
  width: true,
  height: true,
  takenAt: true,
  caption: true,
  saidAt: true,
  deletedAt: true,
  note: { select: { conferenceId: true } },
} as const

/**
 * A person's own photos written after their cursor, tombstones included, and all those of others in notes of their
 * groups.
 */
export async function listPhotos(db: Database, userId: string, after: bigint): Promise<PulledPhoto[]> {
  const [own, others] = [
    await db.photo.findMany({ where: { userId, revision: { gt: after } }, select: pulled }),
    await db.photo.findMany({ where: { deletedAt: null, ...groupPhotosOf(userId) }, select: pulled }),
  ]
  const photos = [...own, ...others].sort((a, b) => a.takenAt.getTime() - b.takenAt.getTime() || (a.id < b.id ? -1 : 1))
  return photos.flatMap(({ userId: owner, note, mediaType, takenAt, saidAt, deletedAt, ...photo }) => {
    const known = pictureTypeOf(mediaType)
    if (!known) return []
    return [
      {
        ...photo,
        conferenceId: note?.conferenceId ?? null,
        mine: owner === userId,
        mediaType: known,
        takenAt: takenAt.toISOString(),
        uploaded: photo.bytes > 0,
        ...(saidAt && { updatedAt: saidAt.toISOString() }),
        deletedAt: deletedAt?.toISOString() ?? null,
      },
    ]
  })
}

/** Written by `keepPhoto` and `setPhoto` alone, from this list. */
function pictureTypeOf(mediaType: string | undefined): PictureType | undefined {
  return pictureTypes.find((known) => known === mediaType)
}
