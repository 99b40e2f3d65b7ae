import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { publicationState } from '../publication'
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

/** The same without the photos whose pictures were lost: there is nothing to show at their addresses. */
export async function withoutLostPhotos(db: Database, contents: readonly Content[]): Promise<Content[]> {
  const shown = contents.flatMap(({ photos }) => photos.map(({ id }) => id))
  if (shown.length === 0) return [...contents]
  const there = await db.photo.findMany({ where: { id: { in: shown }, bytes: { gt: 0 } }, select: { id: true } })
  const ids = new Set(there.map(({ id }) => id))
  return contents.map((content) => ({ ...content, photos: content.photos.filter(({ id }) => ids.has(id)) }))
}

/** A recap that shows some photos to everybody, or is about to. */
export type Showing = {
  recap: { id: string; title: string; conference: { slug: string; deletedAt: Date | null } | null }
  /** Which of those asked about. */ photos: string[]
  /** Everybody reads it now; false: from an instant to come. */ isPublic: boolean
}

/**
 * The published recaps that show photos, those that are scheduled among them. What is published is a copy: a photo
 * stays in it though it, or its note, was deleted, until its author publishes the recap without it or takes it back.
 * @param ids uuids of photos
 */
export async function listShowing(db: Database, ids: readonly string[], now: Date): Promise<Showing[]> {
  if (ids.length === 0) return []
  const rows = await db.publication.findMany({
    where: {
      withdrawnAt: null,
      recap: { deletedAt: null },
      OR: ids.map((id) => ({ content: { path: ['photos'], array_contains: [{ id }] } })),
    },
    select: {
      id: true,
      publishAt: true,
      content: true,
      recap: {
        select: {
          id: true,
          title: true,
          conference: { select: { slug: true, deletedAt: true } },
          publications: { select: { id: true, slug: true, publishAt: true, withdrawnAt: true, createdAt: true } },
        },
      },
    },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, publishAt, content, recap: { publications, ...recap } }) => {
    const state = publicationState(publications, now)
    const isPublic = state.state === 'published' && state.current.id === id
    if (!isPublic && publishAt <= now) return []
    const shown = new Set(contentSchema.parse(content).photos.map((photo) => photo.id))
    return [{ recap, photos: ids.filter((photo) => shown.has(photo)), isPublic }]
  })
}

/** Those of some photos that a recap shows to everybody, or is about to: their pictures are needed. */
export async function publishedAmong(db: Database, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  return new Set((await listShowing(db, ids, now)).flatMap(({ photos }) => photos))
}
