import type { Prisma } from '@/generated/prisma/client'
import { contentSchema, type Content } from '../schema'

/** What of a recap's conference decides whether it is named now. */
export const conferenceNow = { select: { slug: true, visibility: true } } satisfies Prisma.Recap$conferenceArgs

/**
 * What was published, as it may be shown now: a conference that turned private or was deleted since is neither named
 * nor linked. One that was private when its author published stays unnamed: they were told that it would be.
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
