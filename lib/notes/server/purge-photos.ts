import type { PrismaClient } from '@/generated/prisma/client'
import { lockPerson, nextRevision } from '@/lib/sync/server/pull-counter'
import { clearHalfBlobs, deleteBlob, listBlobs } from '@/lib/platform/blobs/blobs'
import { DAY_MS, HOUR_MS } from '@/lib/platform/time'
import { tellLostPicture } from './lost-picture'

/** Until then a deleted photo comes back whole. */
const DELETED_KEPT_MS = DAY_MS
/** A photo without a note for so long has lost it, or never had one. */
const LOOSE_KEPT_MS = 30 * DAY_MS
/** Bytes are on the disk a moment before their row can be seen. */
const ARRIVING_MS = HOUR_MS
const EVER = new Date(8.64e15)

/** Those of some photos whose pictures are needed though they were deleted; those of some blobs that are no photos. */
type NeededAmong = (ids: readonly string[]) => Promise<ReadonlySet<string>>

/**
 * Says which pictures are missing on the disk, deletes the photos that no note holds any more, and takes the bytes of
 * deleted photos and of accounts that are gone from the disk, as well as halves that were begun a day ago.
 * @param neededAmong asked about deleted photos before their bytes are taken
 * @param othersAmong asked about blobs that are no photo's before they are taken
 * @returns how many photos were deleted, and how many lost their bytes
 */
export async function purgePhotos(
  db: PrismaClient,
  now: Date,
  neededAmong: NeededAmong,
  othersAmong: NeededAmong,
): Promise<{ photos: number; blobs: number }> {
  const photos = await deleteLoose(db, now)
  await tellLost(db)
  const blobs = (await dropDeleted(db, now, neededAmong)) + (await dropNobodys(db, now, othersAmong))
  // A key of a bucket need not be allowed to; the log says so.
  await clearHalfBlobs(before(now, DAY_MS)).catch(() => 0)
  return { photos, blobs }
}

async function deleteLoose(db: PrismaClient, now: Date): Promise<number> {
  const loose = await db.photo.findMany({
    where: { noteId: null, deletedAt: null, createdAt: { lt: before(now, LOOSE_KEPT_MS) } },
    select: { id: true, userId: true },
  })
  for (const { id, userId } of loose) {
    await db.$transaction(async (tx) => {
      await lockPerson(tx, userId)
      await tx.photo.update({ where: { id }, data: { deletedAt: now, revision: await nextRevision(tx, userId) } })
    })
  }
  return loose.length
}

/** By one listing: asking an S3 server about each of them would be a request a photo. */
async function tellLost(db: PrismaClient): Promise<void> {
  const there = new Set<string>()
  for await (const keys of listBlobs(EVER)) for (const key of keys) there.add(key)
  const kept = await db.photo.findMany({
    where: { bytes: { gt: 0 }, deletedAt: null },
    select: { id: true, userId: true },
  })
  for (const photo of kept) if (!there.has(photo.id)) await tellLostPicture(db, photo)
}

async function dropDeleted(db: PrismaClient, now: Date, neededAmong: NeededAmong): Promise<number> {
  const due = await db.photo.findMany({
    where: { bytes: { gt: 0 }, deletedAt: { lt: before(now, DELETED_KEPT_MS) } },
    select: { id: true, userId: true },
  })
  const needed = await neededAmong(due.map(({ id }) => id))
  const deleted = due.filter(({ id }) => !needed.has(id))
  for (const { id, userId } of deleted) {
    await db.$transaction(async (tx) => {
      await lockPerson(tx, userId)
      const { count } = await tx.photo.updateMany({ where: { id, deletedAt: { not: null } }, data: { bytes: 0 } })
      // Brought back in the meantime.
      if (count > 0) await deleteBlob(id)
    })
  }
  return deleted.length
}

async function dropNobodys(db: PrismaClient, now: Date, othersAmong: NeededAmong): Promise<number> {
  let dropped = 0
  for await (const keys of listBlobs(before(now, ARRIVING_MS))) {
    const held = new Set(
      (await db.photo.findMany({ where: { id: { in: keys }, bytes: { gt: 0 } }, select: { id: true } })).map(
        ({ id }) => id,
      ),
    )
    const loose = keys.filter((key) => !held.has(key))
    const others = await othersAmong(loose)
    const nobodys = loose.filter((key) => !others.has(key))
    for (const key of nobodys) await deleteBlob(key)
    dropped += nobodys.length
  }
  return dropped
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms)
}
