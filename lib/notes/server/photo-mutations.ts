import type { Prisma } from '@/generated/prisma/client'
import { notesOf } from '@/lib/people/server/participation'
import { isStale, saidAt } from '@/lib/planning/as-of'
import { lockPerson, nextRevision } from '@/lib/sync/server/pull-counter'
import { AppError } from '@/lib/platform/errors'
import type { DeletePhoto, SetPhoto } from '../pictures/photo-schema'

/**
 * Puts a photo into a note, says something else of it, or brings it back after it was deleted; a caption that is not
 * named stays. The same again writes nothing. What the picture is, once its bytes are here, its bytes say and no
 * device; until then they are 0.
 * @throws {AppError} before anything is written: NOT_FOUND when the photo or the note is not this person's to write to
 */
export async function setPhoto(
  tx: Prisma.TransactionClient,
  userId: string,
  { id, noteId, caption, takenAt, asOf, ...facts }: SetPhoto,
  now: Date,
): Promise<void> {
  await lockPerson(tx, userId)
  await requireNote(tx, userId, noteId)
  const known = await tx.photo.findUnique({
    where: { id },
    select: { userId: true, noteId: true, caption: true, takenAt: true, saidAt: true, deletedAt: true, bytes: true },
  })
  if (known && known.userId !== userId) throw new AppError('NOT_FOUND', 'photo')
  const said = {
    noteId,
    caption: caption === undefined ? (known?.caption ?? null) : caption || null,
    takenAt: new Date(takenAt),
    deletedAt: null,
  }
  if (known && saysTheSame(known, said)) return
  if (known?.saidAt && isStale(asOf, { updatedAt: known.saidAt })) return
  const [revision, when] = [await nextRevision(tx, userId), { saidAt: saidAt(asOf, now) }]
  // Never an upsert: it would write over what another person puts under the same id at the same moment.
  if (known)
    await tx.photo.update({ where: { id }, data: { ...said, ...when, ...(known.bytes > 0 ? {} : facts), revision } })
  else await tx.photo.create({ data: { id, userId, ...said, ...when, ...facts, bytes: 0, revision, createdAt: now } })
}

type Said = { noteId: string | null; caption: string | null; takenAt: Date; deletedAt: Date | null }

function saysTheSame(known: Said, said: Said): boolean {
  return (
    known.noteId === said.noteId &&
    known.caption === said.caption &&
    known.takenAt.getTime() === said.takenAt.getTime() &&
    known.deletedAt === said.deletedAt
  )
}

/**
 * Deletes a photo of this person's own and leaves its tombstone. What was never here, is deleted already, or is
 * somebody else's, is left as it is. Its bytes are out of reach at once; they are taken from the disk by the next
 * purge, so that it can be brought back.
 */
export async function deletePhoto(
  tx: Prisma.TransactionClient,
  userId: string,
  { id }: DeletePhoto,
  now: Date,
): Promise<void> {
  await lockPerson(tx, userId)
  const standing = await tx.photo.count({ where: { id, userId, deletedAt: null } })
  if (standing === 0) return
  await tx.photo.update({ where: { id }, data: { deletedAt: now, revision: await nextRevision(tx, userId) } })
}

/** My own note, or one that a group of mine shares. */
async function requireNote(tx: Prisma.TransactionClient, userId: string, noteId: string): Promise<void> {
  const notes = await tx.note.count({ where: { id: noteId, ...notesOf(userId) } })
  if (notes === 0) throw new AppError('NOT_FOUND', 'note')
}
