import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { slugify } from '@/lib/platform/slug'
import type { RecapAddresses } from '../addresses'
import { exportRecap, type ExportFormat, type RecapExport } from './export'
import { publicationState } from '../publication'
import { contentOf } from './publish'

type Wanted = { userId: string; id: string; format: ExportFormat; withPhotos: boolean; now: Date; at: RecapAddresses }

/** A person's own recap, as it reads now, as a post of their own blog. @throws {AppError} NOT_FOUND */
export async function loadExport(
  db: PrismaClient,
  { userId, id, format, withPhotos, now, at }: Wanted,
): Promise<RecapExport & { changedAt: string }> {
  const recap = await db.recap.findFirst({
    where: { id, userId, deletedAt: null },
    include: { publications: true, series: { select: { title: true } }, user: { select: { handle: true } } },
  })
  if (!recap) throw new AppError('NOT_FOUND')
  const [content, state, handle] = [
    await contentOf(db, recap),
    publicationState(recap.publications, now),
    recap.user.handle ?? '',
  ]
  const [slug, firstAt] =
    state.state === 'published' ? [state.current.slug, state.firstAt] : [slugify(recap.title, 'recap'), null]
  const address = firstAt ? at.recap(handle, slug) : null
  const post = await exportRecap(
    { content, slug, firstAt, updatedAt: recap.updatedAt, address, series: recap.series?.title ?? null },
    format,
    { photo: withPhotos ? null : (photo) => at.photo(handle, photo), session: at.sessionOf(content) },
  )
  return { ...post, changedAt: recap.updatedAt.toISOString() }
}
