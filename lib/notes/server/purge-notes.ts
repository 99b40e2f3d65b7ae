import type { PrismaClient } from '@/generated/prisma/client'
import { nextRevision } from '@/lib/sync/server/pull-counter'
import { DAY_MS } from '@/lib/platform/time'
import { tellReaders } from './mutations'
import { lockReaders } from './note-readers'

/** Until then a deleted note can be brought back. */
const DELETED_KEPT_MS = 30 * DAY_MS

/**
 * Empties the notes that were deleted 30 days ago, and forgets their history; what is left of each tells devices that
 * it is gone.
 * @returns how many
 */
export async function purgeNotes(db: PrismaClient, now: Date): Promise<number> {
  const isDue = {
    deletedAt: { lt: new Date(now.getTime() - DELETED_KEPT_MS) },
    OR: [{ text: { not: '' } }, { state: { not: null } }],
  }
  const due = await db.note.findMany({ where: isDue, select: { id: true, userId: true } })
  for (const { id, userId } of due) {
    await db.$transaction(async (tx) => {
      await lockReaders(tx, userId, { noteIds: [id], groupIds: [] })
      // Brought back in the meantime.
      if ((await tx.note.count({ where: { id, ...isDue } })) === 0) return
      await tx.noteRevision.deleteMany({ where: { noteId: id } })
      await tx.note.update({ where: { id }, data: { text: '', state: null, revision: await nextRevision(tx, userId) } })
      await tellReaders(tx, id)
    })
  }
  return due.length
}
