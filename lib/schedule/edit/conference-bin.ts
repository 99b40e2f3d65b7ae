import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { DAY_MS, laterBySecond } from '@/lib/platform/time'

/** So long a deleted conference can be brought back. */
export const CONFERENCE_KEPT_DAYS = 30

export type DeletedConference = { id: string; name: string; deletedAt: Date; daysLeft: number }

/** How many people besides its owner wrote notes of a conference, and how many planned with it. */
export type TouchedPeople = { writers: number; planners: number }

/**
 * Puts a conference into the bin: it is gone for everybody, and its owner can bring it back for 30 days. What people
 * wrote and picked stays theirs.
 * @throws {AppError} NOT_FOUND when there is none, or it was deleted before
 */
export function deleteConference(
  db: PrismaClient,
  { conferenceId }: Granted<'deleteConference'>,
  now: Date,
): Promise<void> {
  return db.$transaction((tx) => binConference(tx, conferenceId, now))
}

/** The same inside a transaction of the caller's. */
export async function binConference(tx: Prisma.TransactionClient, conferenceId: string, now: Date): Promise<void> {
  const { visibility, deletedAt, updatedAt } = await holdConference(tx, conferenceId)
  if (deletedAt) throw new AppError('NOT_FOUND', 'conference')
  const writers = await holdWriters(tx, conferenceId)
  await tx.conference.update({
    where: { id: conferenceId },
    data: {
      deletedAt: now,
      visibility: 'private',
      visibilityBefore: visibility,
      version: { increment: 1 },
      updatedAt: laterBySecond(now, updatedAt),
    },
  })
  // Nobody is told of it any more.
  await tx.alert.deleteMany({ where: { conferenceId, doneAt: null } })
  await tellAnew(tx, conferenceId, writers)
}

/**
 * Brings a deleted conference back as it was.
 * @throws {AppError} NOT_FOUND when it is none of this person's to bring back, or its programme is gone for good
 */
export function restoreConference(
  db: PrismaClient,
  userId: string,
  conferenceId: string,
  now: Date,
): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    await holdConference(tx, conferenceId)
    const isTheirs = await tx.conference.count({ where: { id: conferenceId, ...inBinOf(userId) } })
    if (isTheirs === 0) throw new AppError('NOT_FOUND', 'conference')
    return takeFromBin(tx, conferenceId, now)
  })
}

/**
 * The same inside a transaction of the caller's, who has asked whose it is.
 * @throws {AppError} NOT_FOUND when it is not in the bin
 */
export async function takeFromBin(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  now: Date,
): Promise<{ slug: string }> {
  const { slug, visibilityBefore, updatedAt } = await holdConference(tx, conferenceId)
  if (!visibilityBefore) throw new AppError('NOT_FOUND', 'conference')
  const writers = await holdWriters(tx, conferenceId)
  await tx.conference.update({
    where: { id: conferenceId },
    data: {
      deletedAt: null,
      visibility: visibilityBefore,
      visibilityBefore: null,
      version: { increment: 1 },
      updatedAt: laterBySecond(now, updatedAt),
    },
  })
  await tellAnew(tx, conferenceId, writers)
  return { slug }
}

/** The conferences that a person can bring back, the last deleted first. */
export async function listDeletedConferences(db: Database, userId: string, now: Date): Promise<DeletedConference[]> {
  const conferences = await db.conference.findMany({
    where: inBinOf(userId),
    select: { id: true, name: true, deletedAt: true },
    orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
  })
  return conferences.flatMap(({ deletedAt, ...conference }) =>
    deletedAt ? [{ ...conference, deletedAt, daysLeft: daysLeft(deletedAt, now) }] : [],
  )
}

/** Whom deleting these conferences touches, besides whoever does it. */
export async function countTouched(
  db: Database,
  conferenceIds: readonly string[],
  userId: string,
): Promise<TouchedPeople> {
  const others = { userId: { not: userId }, conferenceId: { in: [...conferenceIds] } }
  const [writers, planners] = await Promise.all([
    db.note.findMany({ where: { ...others, deletedAt: null }, distinct: ['userId'], select: { userId: true } }),
    db.pick.findMany({ where: { ...others, droppedAt: null }, distinct: ['userId'], select: { userId: true } }),
  ])
  return { writers: writers.length, planners: planners.length }
}

function inBinOf(userId: string) {
  return {
    deletedAt: { not: null },
    purgedAt: null,
    takenDownAt: null,
    memberships: { some: { userId, role: 'owner' as const } },
  }
}

function daysLeft(deletedAt: Date, now: Date): number {
  return Math.max(0, CONFERENCE_KEPT_DAYS - Math.floor((now.getTime() - deletedAt.getTime()) / DAY_MS))
}

type Held = {
  slug: string
  visibility: 'private' | 'public'
  visibilityBefore: 'private' | 'public' | null
  deletedAt: Date | null
  updatedAt: Date
}

/** Not FOR UPDATE: people who hold their own rows may be adding what refers to it, and are waited for below. */
async function holdConference(tx: Prisma.TransactionClient, id: string): Promise<Held> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT "slug", "visibility"::text, "visibilityBefore"::text, "deletedAt", "updatedAt" FROM "Conference"
    WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  if (!held) throw new AppError('NOT_FOUND', 'conference')
  return held
}

/**
 * All who have notes there or are in a group, in the order in which everybody locks people, before a trigger raises the
 * counter of any.
 */
async function holdWriters(tx: Prisma.TransactionClient, conferenceId: string): Promise<string[]> {
  const writers = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "User" WHERE "id" IN (
      SELECT "userId" FROM "Note" WHERE "conferenceId" = ${conferenceId}::uuid
      UNION
      SELECT "userId" FROM "GroupMember" JOIN "Group" ON "Group"."id" = "groupId"
      WHERE "conferenceId" = ${conferenceId}::uuid
    ) ORDER BY "id" FOR NO KEY UPDATE`
  return writers.map(({ id }) => id)
}

/**
 * Has every device hear again of its notes of this conference: what a pull tells of where they belong is another now.
 */
async function tellAnew(tx: Prisma.TransactionClient, conferenceId: string, writers: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    WITH told AS (
      UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = ANY(${writers}::uuid[]) RETURNING "id", "revision"
    ), own AS (
      UPDATE "Note" SET "revision" = told."revision" FROM told
      WHERE "userId" = told."id" AND "conferenceId" = ${conferenceId}::uuid
    )
    UPDATE "NoteShare" SET "revision" = told."revision" FROM told, "Note"
    WHERE "NoteShare"."userId" = told."id" AND "Note"."id" = "noteId"
      AND "conferenceId" = ${conferenceId}::uuid AND "endedAt" IS NULL`
}
