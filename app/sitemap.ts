import type { MetadataRoute } from 'next'
import { database } from '@/lib/platform/db'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { listConferences } from '@/lib/schedule/read/queries'

// Conferences come and go while it runs.
export const dynamic = 'force-dynamic'

/** The public conferences, as a guest sees them. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const home = publicUrl(readEnvironment())
  const conferences = await listConferences(database(), { kind: 'guest' })
  return [
    { url: `${home}/` },
    ...conferences.flatMap(({ slug }) => [{ url: `${home}/c/${slug}` }, { url: `${home}/c/${slug}/schedule` }]),
  ]
}
