import type { PrismaClient } from '@/generated/prisma/client'
import { lockPerson, nextRevision } from '@/lib/sync/server/pull-counter'
import { hasBlob } from '@/lib/platform/blobs/blobs'

/**
 * Says of a photo whose bytes are not on the disk any more (data that was put back only in part) that they are missing:
 * a device that still has the picture hears of it, and sends it again.
 * @returns whether they were missing
 */
export function tellLostPicture(db: PrismaClient, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockPerson(tx, userId)
    // Under the lock: a picture that is just arriving has its row a moment before its bytes.
    if (await hasBlob(id)) return false
    const standing = { id, bytes: { gt: 0 }, deletedAt: null }
    if ((await tx.photo.count({ where: standing })) === 0) return false
    await tx.photo.update({ where: { id }, data: { bytes: 0, revision: await nextRevision(tx, userId) } })
    return true
  })
}
