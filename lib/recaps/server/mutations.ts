import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { lockPerson, nextRevision } from '@/lib/sync/server/pull-counter'
import { AppError } from '@/lib/platform/errors'
import { savedDraftOf, type SavedDraft } from '../draft'
import { keepEarlierText, keepWholeText } from './earlier-texts'
import type { EditRecap, UntakenWords } from '../schema'

export type NewRecap = { id: string; conferenceId: string | null; title: string; text: string; language: string }
export type Saved =
  | { ok: true; updatedAt: string }
  | { ok: false; reason: 'changedElsewhere'; /** What stands there now. */ saved: SavedDraft }

/**
 * Adds a recap, once: the same id again is the same recap.
 * @throws {AppError} CONFLICT when the id is somebody else's
 */
export async function createRecap(db: PrismaClient, userId: string, recap: NewRecap, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockPerson(tx, userId)
    const known = await tx.recap.findUnique({ where: { id: recap.id }, select: { userId: true } })
    if (known && known.userId !== userId) throw new AppError('CONFLICT')
    if (!known)
      await tx.recap.create({
        data: { ...recap, userId, revision: await nextRevision(tx, userId), createdAt: now, updatedAt: now },
      })
  })
}

/**
 * Saves what the editor holds, and keeps what the recap read before where words would be lost. Nothing of it is public
 * until it is published.
 * @throws {AppError} NOT_FOUND when there is no such recap of theirs
 */
export async function editRecap(
  db: PrismaClient,
  userId: string,
  { id, editedFrom, isChosen, coverId, ...fields }: EditRecap,
  now: Date,
): Promise<Saved> {
  return db.$transaction(async (tx) => {
    const before = await requireOwn(tx, userId, id)
    if (before.updatedAt.toISOString() !== new Date(editedFrom).toISOString())
      return { ok: false, reason: 'changedElsewhere' as const, saved: savedDraftOf(before) }
    if (isChosen) await keepWholeText(tx, id, before, now)
    else await keepEarlierText(tx, before, fields, now)
    const updatedAt = await writeRecap(
      tx,
      userId,
      id,
      { ...fields, coverId: coverId && (await requireOwnPhoto(tx, userId, coverId)) },
      laterThan(before.updatedAt, now),
    )
    return { ok: true as const, updatedAt: updatedAt.toISOString() }
  })
}

/**
 * Puts words among a recap's earlier texts that were written for it and not taken into it.
 * @throws {AppError} NOT_FOUND
 */
export async function keepUntaken(
  db: PrismaClient,
  userId: string,
  { id, ...untaken }: UntakenWords,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { title } = await requireOwn(tx, userId, id)
    await keepWholeText(tx, id, { ...untaken, title: untaken.title || title }, now)
  })
}

/** Makes a recap read as it once did; what it reads now is kept, too. @throws {AppError} NOT_FOUND */
export async function restoreRevision(
  db: PrismaClient,
  userId: string,
  { id, revisionId }: { id: string; revisionId: string },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await requireOwn(tx, userId, id)
    const revision = await tx.recapRevision.findFirst({
      where: { id: revisionId, recapId: id },
      select: { title: true, summary: true, text: true },
    })
    if (!revision) throw new AppError('NOT_FOUND')
    await tx.recapRevision.create({
      data: { recapId: id, title: before.title, summary: before.summary, text: before.text, createdAt: now },
    })
    await writeRecap(tx, userId, id, revision, laterThan(before.updatedAt, now))
  })
}

/** Takes a recap away, from the public too: its address says that it is gone. @throws {AppError} NOT_FOUND */
export async function deleteRecap(db: PrismaClient, userId: string, id: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await requireOwn(tx, userId, id)
    await tx.publication.updateMany({ where: { recapId: id, withdrawnAt: null }, data: { withdrawnAt: now } })
    await writeRecap(tx, userId, id, { deletedAt: now, draftHash: null }, now)
  })
}

/**
 * Brings a deleted recap back as it read, for its author alone: what was public of it, or to be, was withdrawn, and its
 * secret link has ended. One that is back already stays as it is.
 * @throws {AppError} NOT_FOUND when there never was such a recap of theirs
 */
export async function bringBackRecap(db: PrismaClient, userId: string, id: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockPerson(tx, userId)
    const recap = await tx.recap.findFirst({ where: { id, userId }, select: { deletedAt: true } })
    if (!recap) throw new AppError('NOT_FOUND')
    if (recap.deletedAt) await writeRecap(tx, userId, id, { deletedAt: null }, laterThan(recap.deletedAt, now))
  })
}

/**
 * A recap of this person's, with their row held until the transaction ends.
 * @throws {AppError} NOT_FOUND when it is not theirs, or deleted
 */
export async function requireOwn(tx: Prisma.TransactionClient, userId: string, id: string) {
  await lockPerson(tx, userId)
  const recap = await tx.recap.findFirst({ where: { id, userId, deletedAt: null } })
  if (!recap) throw new AppError('NOT_FOUND')
  return recap
}

/** Writes fields of a recap under the person's next revision. */
export async function writeRecap(
  tx: Prisma.TransactionClient,
  userId: string,
  id: string,
  data: Prisma.RecapUncheckedUpdateInput,
  updatedAt: Date,
): Promise<Date> {
  await tx.recap.update({ where: { id }, data: { ...data, updatedAt, revision: await nextRevision(tx, userId) } })
  return updatedAt
}

async function requireOwnPhoto(tx: Prisma.TransactionClient, userId: string, id: string): Promise<string> {
  const photo = await tx.photo.findFirst({ where: { id, userId, deletedAt: null }, select: { id: true } })
  if (!photo) throw new AppError('NOT_FOUND', 'cover')
  return photo.id
}

// Two saves within one millisecond are two states: an editor that saw the first must not overwrite the second.
function laterThan(before: Date, now: Date): Date {
  return now > before ? now : new Date(before.getTime() + 1)
}
