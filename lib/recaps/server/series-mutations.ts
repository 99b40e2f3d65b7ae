import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { lockPerson } from '@/lib/sync/server/pull-counter'
import { AppError } from '@/lib/platform/errors'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { requireOwn, writeRecap } from './mutations'
import { reorder } from '../series'
import { reservedSlugs, type SeriesInput } from '../schema'

export type SeriesSaved = { ok: true; id: string } | { ok: false; reason: 'slugTaken' }

/** Makes a series, or changes one. @throws {AppError} NOT_FOUND when the series is not theirs */
export async function saveSeries(
  db: PrismaClient,
  userId: string,
  id: string | null,
  input: SeriesInput,
  now: Date,
): Promise<SeriesSaved> {
  return db.$transaction(async (tx) => {
    await lockPerson(tx, userId)
    if (id) await requireOwnSeries(tx, userId, id)
    const others = new Set(
      (await tx.series.findMany({ where: { userId, ...(id && { id: { not: id } }) }, select: { slug: true } })).map(
        ({ slug }) => slug,
      ),
    )
    if (input.slug !== undefined && others.has(input.slug)) return { ok: false, reason: 'slugTaken' as const }
    const data = { ...input, updatedAt: now }
    const slug = input.slug ?? uniqueSlug(slugify(input.title, 'series'), new Set([...others, ...reservedSlugs]))
    const saved = id
      ? await tx.series.update({ where: { id }, data, select: { id: true } })
      : await tx.series.create({ data: { ...data, slug, userId, createdAt: now }, select: { id: true } })
    return { ok: true as const, id: saved.id }
  })
}

/**
 * Puts a recap at the end of a series, or takes it out of one; its label stands instead of a number.
 * @throws {AppError} NOT_FOUND when either is not theirs
 */
export async function placeInSeries(
  db: PrismaClient,
  userId: string,
  { id, seriesId, label }: { id: string; seriesId: string | null; label: string | null },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const recap = await requireOwn(tx, userId, id)
    if (seriesId) await requireOwnSeries(tx, userId, seriesId)
    const last = seriesId
      ? await tx.recap.findFirst({ where: { seriesId }, orderBy: { position: 'desc' }, select: { position: true } })
      : null
    const position = seriesId === recap.seriesId ? recap.position : (last?.position ?? -1) + 1
    await writeRecap(tx, userId, id, { seriesId, label, position }, recap.updatedAt)
    if (seriesId) await tx.series.update({ where: { id: seriesId }, data: { updatedAt: now } })
  })
}

/** Puts the parts of a series into this order. @throws {AppError} NOT_FOUND */
export async function reorderSeries(
  db: PrismaClient,
  userId: string,
  { seriesId, recapIds }: { seriesId: string; recapIds: readonly string[] },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockPerson(tx, userId)
    await requireOwnSeries(tx, userId, seriesId)
    const parts = await tx.recap.findMany({
      where: { seriesId, userId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, updatedAt: true },
    })
    const order = reorder(
      parts.map(({ id }) => id),
      recapIds,
    )
    for (const { id, updatedAt } of parts) await writeRecap(tx, userId, id, { position: order.indexOf(id) }, updatedAt)
    await tx.series.update({ where: { id: seriesId }, data: { updatedAt: now } })
  })
}

async function requireOwnSeries(tx: Prisma.TransactionClient, userId: string, id: string): Promise<void> {
  const series = await tx.series.findFirst({ where: { id, userId }, select: { id: true } })
  if (!series) throw new AppError('NOT_FOUND')
}
