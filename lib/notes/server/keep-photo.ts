import { createHash } from 'node:crypto'
import { Prisma, type PrismaClient } from '@/generated/prisma/client'
import type { UserViewer } from '@/lib/people/server/viewer-of-cookies'
import { lockPerson, nextRevision } from '@/lib/sync/server/pull-counter'
import { deleteBlob, putBlob, readBlob } from '@/lib/platform/blobs/blobs'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { MOST_PHOTO_BYTES, type PhotoRefusal } from '../pictures/photo-limits'
import { redrawPicture, type Picture } from './redraw-picture'

/** What one person may keep here. */
export type PhotoQuota = { photos: number; bytes: number }

const QUOTA: PhotoQuota = { photos: 500, bytes: 1_000_000_000 }
// Writing to the disk is part of it.
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

export type KeptPhoto = { ok: true } | { ok: false; reason: PhotoRefusal }

/**
 * Keeps the picture of a person's photo, drawn anew. The same bytes again change nothing. They may come before their
 * note says what they are; other devices hear of them through the person's pull counter.
 * @param id made by the device
 * @throws {AppError} NOT_FOUND when the id is somebody else's, or of a photo that was deleted; UNAVAILABLE when the
 * disk has no room, or too many pictures wait
 */
export async function keepPhoto(
  db: PrismaClient,
  viewer: UserViewer,
  id: string,
  given: Buffer,
  now: Date,
  quota = QUOTA,
): Promise<KeptPhoto> {
  if (given.length > MOST_PHOTO_BYTES) return { ok: false, reason: 'tooLarge' }
  const sentHash = hashOf(given)
  if ((await findPhoto(db, viewer.id, id, sentHash)) === 'same') return { ok: true }
  const picture = await redrawPicture(given)
  if (!picture) return { ok: false, reason: 'notAPicture' }
  // What was squeezed harder than we draw may grow.
  if (picture.bytes.length > MOST_PHOTO_BYTES) return { ok: false, reason: 'tooLarge' }
  try {
    return await db.$transaction((tx) => keep(tx, viewer.id, id, { ...picture, sentHash }, now, quota), PATIENCE)
  } catch (error) {
    // Two people sent the same id at the same moment: it belongs to the first.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('NOT_FOUND', 'photo')
    // No fault of the photo: it comes again.
    if (isDiskFull(error)) throw new AppError('UNAVAILABLE', 'disk')
    throw error
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * What stands under an id: nothing, the picture that was sent as these bytes, or another (a part of one, too, after a
 * crash). Of what was kept as it came the bytes themselves tell.
 */
async function findPhoto(
  db: Database,
  userId: string,
  id: string,
  sentHash: string,
): Promise<'none' | 'same' | 'other'> {
  const select = { userId: true, deletedAt: true, bytes: true, sentHash: true } as const
  const known = await db.photo.findUnique({ where: { id }, select })
  if (!known) return 'none'
  if (known.userId !== userId || known.deletedAt) throw new AppError('NOT_FOUND', 'photo')
  const bytes = await readBlob(id)
  return bytes?.length === known.bytes && (known.sentHash ?? hashOf(bytes)) === sentHash ? 'same' : 'other'
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EROFS'].includes(String(error.code))
}

async function keep(
  tx: Prisma.TransactionClient,
  userId: string,
  id: string,
  picture: Picture & { sentHash: string },
  now: Date,
  quota: PhotoQuota,
): Promise<KeptPhoto> {
  await lockPerson(tx, userId)
  const known = await findPhoto(tx, userId, id, picture.sentHash)
  if (known === 'same') return { ok: true }
  const refusal = await overQuota(tx, userId, id, picture, quota)
  if (refusal) return { ok: false, reason: refusal }
  const { bytes, ...facts } = picture
  const data = { ...facts, bytes: bytes.length, revision: await nextRevision(tx, userId) }
  // The row first, and never an upsert: an id that another person is just taking is refused before their bytes could be
  // written over.
  if (known === 'other') await tx.photo.update({ where: { id }, data })
  else await tx.photo.create({ data: { id, userId, takenAt: now, createdAt: now, ...data } })
  await putBlob(id, bytes)
  return { ok: true }
}

async function overQuota(
  tx: Prisma.TransactionClient,
  userId: string,
  id: string,
  picture: Picture,
  quota: PhotoQuota,
): Promise<PhotoRefusal | null> {
  const refusal = refusalOf(await storedBy(tx, userId, id), picture, quota)
  if (!refusal) return null
  // What was deleted gives its room back at once when it is needed.
  await dropDeletedBytes(tx, userId)
  return refusalOf(await storedBy(tx, userId, id), picture, quota)
}

function refusalOf(stored: PhotoQuota, picture: Picture, quota: PhotoQuota): PhotoRefusal | null {
  if (stored.photos + 1 > quota.photos) return 'tooManyPhotos'
  return stored.bytes + picture.bytes.length > quota.bytes ? 'noRoomLeft' : null
}

async function storedBy(tx: Prisma.TransactionClient, userId: string, except: string): Promise<PhotoQuota> {
  const stored = await tx.photo.aggregate({
    where: { userId, bytes: { gt: 0 }, id: { not: except } },
    _count: true,
    _sum: { bytes: true },
  })
  return { photos: stored._count, bytes: stored._sum.bytes ?? 0 }
}

async function dropDeletedBytes(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const deleted = await tx.photo.findMany({
    where: { userId, deletedAt: { not: null }, bytes: { gt: 0 } },
    select: { id: true },
  })
  for (const { id } of deleted) await deleteBlob(id)
  await tx.photo.updateMany({ where: { id: { in: deleted.map(({ id }) => id) } }, data: { bytes: 0 } })
}
