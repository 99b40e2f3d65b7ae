import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { contentSchema, type Content } from '../schema'

/** What of a recap's conference decides whether it is named now. */
export const conferenceNow = { select: { slug: true, visibility: true } } satisfies Prisma.Recap$conferenceArgs

/**
 * Reads what was published as it may be shown today. A conference that has become private or was deleted since is
 * neither named nor linked. One that was private at publication stays unnamed even where it is public now: its author
 * was told so.
 * @param stored the content as it was kept
 * @param conference as it is today; null: deleted
 */
export function contentNow(
  stored: unknown,
  conference: { slug: string; visibility: 'private' | 'public' } | null,
): Content {
  const content = contentSchema.parse(stored)
  const isOpen = conference?.visibility === 'public'
  return {
    ...content,
    conference: content.conference && isOpen ? { ...content.conference, slug: conference.slug } : null,
  }
}

/** The same without the photos that were deleted since: there is nothing to show at their addresses. */
export async function withoutDeletedPhotos(db: Database, contents: readonly Content[]): Promise<Content[]> {
  const shown = contents.flatMap(({ photos }) => photos.map(({ id }) => id))
  if (shown.length === 0) return [...contents]
  const there = await db.photo.findMany({ where: { id: { in: shown }, deletedAt: null }, select: { id: true } })
  const ids = new Set(there.map(({ id }) => id))
  return contents.map((content) => ({ ...content, photos: content.photos.filter(({ id }) => ids.has(id)) }))
}
