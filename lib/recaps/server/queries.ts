import type { Prisma } from '@/generated/prisma/client'
import { personOf } from '@/lib/people/person-of'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { oneLine, shorten } from '@/lib/platform/clean-text'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { pageAddress } from '@/lib/program/addresses'
import { draftOf, savedDraftOf, type RecapDraft, type SavedDraft } from '../draft'
import { lastSlugOf, latestOf, publicationState, type PublicationState } from '../publication'
import { contentSchema } from '../schema'
import { findPlaceMarks } from '../place-marks'
import { listShowing } from './content-now'
import { ownWords } from './own-words'

const timesSelect = { id: true, slug: true, publishAt: true, withdrawnAt: true, createdAt: true } as const

export type RecapItem = {
  id: string
  title: string
  updatedAt: Date
  seriesId: string | null
  placeMarks: number
  state: PublicationState['state']
}

/** A person's own recaps of a conference, the last edited first. */
export function listOwnRecaps(
  db: Database,
  { userId, conferenceId, now }: { userId: string; conferenceId: string; now: Date },
): Promise<RecapItem[]> {
  return listRecaps(db, { userId, conferenceId }, now)
}

const stray = { OR: [{ conferenceId: null }, { conference: { deletedAt: { not: null } } }] }

/** A person's own recaps of conferences that were deleted. */
export function listStrayRecaps(db: Database, userId: string, now: Date): Promise<RecapItem[]> {
  return listRecaps(db, { userId, ...stray }, now)
}

/**
 * The conference that one of them was of; null when nothing of it is left.
 * @throws {AppError} NOT_FOUND when it is none of those
 */
export async function requireStrayConference(
  db: Database,
  userId: string,
  id: string,
): Promise<{ id: string; slug: string; timeZone: string } | null> {
  const recap = await db.recap.findFirst({
    where: { id, userId, deletedAt: null, ...stray },
    select: { conference: { select: { id: true, slug: true, timeZone: true } } },
  })
  if (!recap) throw new AppError('NOT_FOUND', 'recap')
  return recap.conference
}

async function listRecaps(db: Database, where: Prisma.RecapWhereInput, now: Date): Promise<RecapItem[]> {
  const recaps = await db.recap.findMany({
    where: { ...where, deletedAt: null },
    select: {
      id: true,
      title: true,
      text: true,
      updatedAt: true,
      seriesId: true,
      publications: { select: timesSelect },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
  return recaps.map(({ text, publications, ...recap }) => ({
    ...recap,
    placeMarks: findPlaceMarks(text).length,
    state: publicationState(publications, now).state,
  }))
}

/** A deleted recap as its author can bring it back. */
export type DeletedRecap = { id: string; title: string; deletedAt: Date }

/** A person's recaps of a conference that they deleted, the last deleted first. */
export function listDeletedRecaps(db: Database, userId: string, conferenceId: string): Promise<DeletedRecap[]> {
  return listDeleted(db, { userId, conferenceId })
}

/** A person's recaps of conferences that were deleted, and which they deleted themselves, too. */
export function listDeletedStrayRecaps(db: Database, userId: string): Promise<DeletedRecap[]> {
  return listDeleted(db, { userId, ...stray })
}

async function listDeleted(db: Database, where: Prisma.RecapWhereInput): Promise<DeletedRecap[]> {
  const recaps = await db.recap.findMany({
    where: { ...where, deletedAt: { not: null } },
    select: { id: true, title: true, deletedAt: true },
    orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
  })
  return recaps.flatMap(({ deletedAt, ...recap }) => (deletedAt ? [{ ...recap, deletedAt }] : []))
}

/** An earlier text as its author picks it from a list. */
export type EarlierText = { id: string; /** ISO. */ createdAt: string; /** How it begins. */ opening: string }

const MOST_OPENING = 200

// Only how each begins: whole, the earlier texts of a long recap are megabytes.
async function earlierTextsOf(db: Database, recapId: string): Promise<EarlierText[]> {
  const rows = await db.$queryRaw<{ id: string; createdAt: Date; opening: string }[]>`
    SELECT "id"::text, "createdAt", left(btrim("text", E' \\n\\t'), ${MOST_OPENING}::int) AS "opening"
    FROM "RecapRevision" WHERE "recapId" = ${recapId}::uuid ORDER BY "createdAt" DESC, "id" DESC`
  return rows.map(({ id, createdAt, opening }) => ({
    id,
    createdAt: createdAt.toISOString(),
    opening: shorten(oneLine(opening), 60),
  }))
}

/** A person's own recap as the editor shows it; null when there is none of theirs. */
export async function getOwnRecap(db: Database, { userId, id, now }: { userId: string; id: string; now: Date }) {
  const recap = await db.recap.findFirst({
    where: { id, userId, deletedAt: null },
    select: {
      id: true,
      title: true,
      summary: true,
      text: true,
      language: true,
      tags: true,
      coverId: true,
      canonicalUrl: true,
      seriesId: true,
      label: true,
      draftHash: true,
      updatedAt: true,
      conferenceId: true,
      publications: { select: timesSelect },
      user: { select: { handle: true } },
    },
  })
  if (!recap) return null
  const { publications, user, draftHash, ...fields } = recap
  return {
    ...fields,
    handle: user.handle,
    isShared: draftHash !== null,
    state: publicationState(publications, now),
    slug: lastSlugOf(publications, now),
    latest: await publishedDraft(db, latestOf(publications, now)),
    revisions: await earlierTextsOf(db, id),
  }
}

/** What was published, as an editor would hold it. */
async function publishedDraft(db: Database, publication: { id: string } | null): Promise<RecapDraft | null> {
  if (!publication) return null
  const { id } = publication
  const { content } = await db.publication.findUniqueOrThrow({ where: { id }, select: { content: true } })
  return draftOf(contentSchema.parse(content))
}

/** A person's own recap as its editor would hold it. @throws {AppError} NOT_FOUND */
export async function requireSavedDraft(db: Database, userId: string, id: string): Promise<SavedDraft> {
  const recap = await db.recap.findFirst({ where: { id, userId, deletedAt: null } })
  if (!recap) throw new AppError('NOT_FOUND')
  return savedDraftOf(recap)
}

/** The earlier texts of a person's own recap, the newest first. @throws {AppError} NOT_FOUND */
export async function listEarlierTexts(db: Database, userId: string, id: string): Promise<EarlierText[]> {
  const recap = await db.recap.findFirst({
    where: { id, userId, deletedAt: null },
    select: { id: true },
  })
  if (!recap) throw new AppError('NOT_FOUND')
  return earlierTextsOf(db, recap.id)
}

/** A person's series with their parts in order. */
export function listOwnSeries(db: Database, userId: string) {
  return db.series.findMany({
    where: { userId },
    select: {
      id: true,
      slug: true,
      title: true,
      recaps: {
        where: { deletedAt: null },
        select: { id: true, title: true, label: true },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** A person's photos of a conference whose pictures are here, as taken; none of notes written together. */
export function listOwnPhotos(
  db: Database,
  userId: string,
  conferenceId: string,
): Promise<{ id: string; caption: string | null; width: number; height: number }[]> {
  return db.photo.findMany({
    where: { userId, deletedAt: null, bytes: { gt: 0 }, note: { userId, conferenceId, ...ownWords, deletedAt: null } },
    select: { id: true, caption: true, width: true, height: true },
    orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
  })
}

/** A published recap, and where its author edits it. */
export type PublishedWith = { title: string; address: string }

/**
 * The published recaps of a person that show a photo of theirs, or photos of a note, also where those were deleted.
 * @throws {AppError} UNAUTHENTICATED to a guest
 */
export async function listPublishedWith(
  db: Database,
  viewer: Viewer,
  { note, photo }: { note?: string | undefined; photo?: string | undefined },
  now: Date,
): Promise<PublishedWith[]> {
  const { id: userId } = personOf(viewer)
  const photos = await db.photo.findMany({
    where: { userId, OR: [...(note ? [{ noteId: note }] : []), ...(photo ? [{ id: photo }] : [])] },
    select: { id: true },
  })
  const showing = await listShowing(
    db,
    photos.map(({ id }) => id),
    now,
  )
  return [...new Map(showing.map(({ recap }) => [recap.id, recap])).values()].map(({ id, title, conference }) => ({
    title,
    address: conference && !conference.deletedAt ? pageAddress(conference.slug, 'recap', id) : `/recaps/${id}`,
  }))
}
