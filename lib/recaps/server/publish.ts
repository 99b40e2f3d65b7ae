import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { nameNameless } from '@/lib/people/server/mutations'
import { hashToken, makeToken } from '@/lib/platform/ids'
import { doubtsOf, isDoubtful, type Doubts } from '../doubts'
import { photoIdsOf } from '../text-links'
import { hasPassed, publicationState, wasPublic } from '../publication'
import { chooseHandle, type HandleChosen } from './handle'
import { ownPhotos } from './own-words'
import { requireOwn, writeRecap } from './mutations'
import { contentSchema, type Content, type PublishRecap } from '../schema'

export type Published =
  | { ok: true; slug: string }
  | { ok: false; reason: 'handleMissing' | 'slugTaken' | 'unchanged' | 'publishAtPassed' }
  | Extract<HandleChosen, { ok: false }>
  | { ok: false; reason: 'doubts'; doubts: Doubts }

/**
 * Makes a recap public as it reads now, at once or from an instant on. What was waiting to be published is replaced;
 * what is public stays until then. That it is empty, and what is unfinished or private in it, is said first. An address
 * that it had before leads to the new one. An author gets their name and address with it, or, refused, neither.
 * @throws {AppError} NOT_FOUND when there is no such recap of theirs
 */
export async function publishRecap(
  db: PrismaClient,
  userId: string,
  { id, slug, publishAt, author, evenSo }: PublishRecap,
  now: Date,
): Promise<Published> {
  return db.$transaction(async (tx) => {
    const recap = await requireOwn(tx, userId, id)
    if (publishAt && hasPassed(publishAt, now)) return { ok: false, reason: 'publishAtPassed' as const }
    const { handle } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { handle: true } })
    if (!handle && !author) return { ok: false, reason: 'handleMissing' as const }
    if (await isTaken(tx, userId, { id, slug }, now)) return { ok: false, reason: 'slugTaken' as const }
    const content = await contentOf(tx, recap)
    const at = publishAt && new Date(publishAt) > now ? new Date(publishAt) : now
    const rows = await tx.publication.findMany({ where: { recapId: id } })
    const state = publicationState(rows, now)
    // A feed's reader is told of an update only when there is one.
    if (
      at === now &&
      state.state === 'published' &&
      state.current.slug === slug &&
      isSame(state.current.content, content)
    )
      return { ok: false, reason: 'unchanged' as const }
    const doubts = await weigh(tx, recap, content)
    if (!evenSo && isDoubtful(doubts)) return { ok: false, reason: 'doubts' as const, doubts }
    // The last that can refuse: nothing of it is written before.
    const known = author ? await introduce(tx, userId, author) : { ok: true as const }
    if (!known.ok) return known
    await tx.publication.updateMany({
      where: { recapId: id, withdrawnAt: null, publishAt: { gt: now } },
      data: { withdrawnAt: now },
    })
    await tx.publication.create({ data: { recapId: id, slug, content, publishAt: at, createdAt: now } })
    await writeRecap(tx, userId, id, {}, recap.updatedAt)
    return { ok: true as const, slug }
  })
}

/** Gives an author their address, and a name where they have none. */
async function introduce(
  tx: Prisma.TransactionClient,
  userId: string,
  { handle, name }: NonNullable<PublishRecap['author']>,
): Promise<HandleChosen> {
  const chosen = await chooseHandle(tx, userId, handle)
  if (chosen.ok && name) await nameNameless(tx, userId, name)
  return chosen
}

/**
 * Takes a recap out of the public's sight, and what was to be published of it. Its address says that it is gone.
 * @throws {AppError} NOT_FOUND
 */
export async function unpublishRecap(db: PrismaClient, userId: string, id: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const recap = await requireOwn(tx, userId, id)
    await tx.publication.updateMany({ where: { recapId: id, withdrawnAt: null }, data: { withdrawnAt: now } })
    await writeRecap(tx, userId, id, {}, recap.updatedAt)
  })
}

/**
 * Makes the secret address under which a draft can be read; the one before ends. The secret is returned this once.
 * @throws {AppError} NOT_FOUND
 */
export async function makeDraftLink(db: PrismaClient, userId: string, id: string): Promise<{ secret: string }> {
  const secret = makeToken()
  await setDraftHash(db, userId, id, hashToken(secret))
  return { secret }
}

/** Ends a draft's secret address. @throws {AppError} NOT_FOUND */
export async function revokeDraftLink(db: PrismaClient, userId: string, id: string): Promise<void> {
  await setDraftHash(db, userId, id, null)
}

async function setDraftHash(db: PrismaClient, userId: string, id: string, draftHash: string | null): Promise<void> {
  await db.$transaction(async (tx) => {
    const recap = await requireOwn(tx, userId, id)
    await writeRecap(tx, userId, id, { draftHash }, recap.updatedAt)
  })
}

type Recap = {
  userId: string
  title: string
  summary: string | null
  language: string
  tags: string[]
  text: string
  coverId: string | null
  canonicalUrl: string | null
  conferenceId: string | null
}

/** What the public would read of a recap as it is now. Only photos of its author's own notes are in it. */
export async function contentOf(db: Prisma.TransactionClient | PrismaClient, recap: Recap): Promise<Content> {
  const { userId, title, summary, language, tags, text, coverId, canonicalUrl, conferenceId } = recap
  const photos = await db.photo.findMany({
    where: { id: { in: photosOf(recap) }, ...ownPhotos(userId), bytes: { gt: 0 } },
    select: { id: true, width: true, height: true, mediaType: true, caption: true },
    orderBy: { id: 'asc' },
  })
  const conference = conferenceId
    ? await db.conference.findFirst({
        where: { id: conferenceId, visibility: 'public' },
        select: { slug: true, name: true, timeZone: true },
      })
    : null
  return {
    title,
    summary,
    language,
    tags,
    text,
    canonicalUrl,
    conference,
    coverId: photos.some(({ id }) => id === coverId) ? coverId : null,
    photos: photos.map(({ caption, ...photo }) => ({ ...photo, ...(caption && { caption }) })),
  }
}

/** The ids of the photos that a recap shows, its cover among them, each once. */
function photosOf({ text, coverId }: Pick<Recap, 'text' | 'coverId'>): string[] {
  return [...new Set([...photoIdsOf(text), ...(coverId ? [coverId] : [])])]
}

async function weigh(
  tx: Prisma.TransactionClient,
  { conferenceId, seriesId, ...recap }: Recap & { seriesId: string | null },
  { photos }: Content,
): Promise<Doubts> {
  const series = seriesId ? await tx.series.findUnique({ where: { id: seriesId }, select: { title: true } }) : null
  const privateName = await privateNameOf(tx, conferenceId)
  const doubts = doubtsOf(
    { ...recap, summary: recap.summary ?? '' },
    { seriesTitle: series?.title ?? null, privateName },
  )
  const missingPhotos = photosOf(recap).length - photos.length
  return { ...doubts, ...(missingPhotos > 0 && { missingPhotos }) }
}

/** What a recap's conference is called, where the public is not to know of it; else null. */
export async function privateNameOf(
  db: Prisma.TransactionClient | PrismaClient,
  conferenceId: string | null,
): Promise<string | null> {
  if (!conferenceId) return null
  const where = { id: conferenceId, visibility: 'private' as const }
  return (await db.conference.findFirst({ where, select: { name: true } }))?.name ?? null
}

/** Is this address another recap's of the same author, or was it once? */
async function isTaken(
  tx: Prisma.TransactionClient,
  userId: string,
  { id, slug }: { id: string; slug: string },
  now: Date,
): Promise<boolean> {
  const rows = await tx.publication.findMany({ where: { slug, recapId: { not: id }, recap: { userId } } })
  return rows.some((row) => wasPublic(row, now) || (row.withdrawnAt === null && row.publishAt > now))
}

function isSame(stored: unknown, content: Content): boolean {
  const parsed = contentSchema.safeParse(stored)
  // Both through the same schema: its order of keys is the order of both.
  return parsed.success && JSON.stringify(parsed.data) === JSON.stringify(contentSchema.parse(content))
}
