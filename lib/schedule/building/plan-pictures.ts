import type { PrismaClient } from '@/generated/prisma/client'
import { requireAccess } from '@/lib/people/server/access'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { readBlob } from '@/lib/platform/blobs/blobs'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { DAY_MS } from '@/lib/platform/time'

const REMOVED_KEPT_MS = 30 * DAY_MS

/**
 * The picture of a floor's plan, for whoever may see the conference.
 * @param picture its key
 * @throws {AppError} NOT_FOUND where there is none for this viewer
 */
export async function readPlan(
  db: PrismaClient,
  viewer: Viewer,
  picture: string,
): Promise<{ bytes: Buffer; isPublic: boolean }> {
  const floor = await db.floor.findFirst({
    where: { pictureId: picture, removedAt: null, conference: { deletedAt: null } },
    select: { conference: { select: { id: true, visibility: true } } },
  })
  if (!floor) throw new AppError('NOT_FOUND', 'floor')
  await requireAccess(db, viewer, floor.conference, 'see')
  const bytes = await readBlob(picture)
  if (!bytes) throw new AppError('NOT_FOUND', 'floor')
  return { bytes, isPublic: floor.conference.visibility === 'public' }
}

/** Those of some blobs that are plans. */
export async function plansAmong(db: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const floors = await db.floor.findMany({ where: { pictureId: { in: [...keys] } }, select: { pictureId: true } })
  return new Set(floors.map(({ pictureId }) => pictureId))
}

/** Ends the floors that were taken away 30 days ago; their pictures go as nobody's. @returns how many */
export async function purgeFloors(db: PrismaClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - REMOVED_KEPT_MS)
  return (await db.floor.deleteMany({ where: { removedAt: { lt: before } } })).count
}
