import type { MetadataRoute } from 'next'
import { database } from '@/lib/platform/db'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { pageAddress } from '@/lib/program/addresses'
import { listed } from '@/lib/program/pages'
import { listNames } from '@/lib/schedule/read/list-conferences'

// Conferences come and go while it runs.
export const dynamic = 'force-dynamic'

/** The public conferences, as a guest sees them. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const home = publicUrl(readEnvironment())
  const conferences = await listNames(database(), { kind: 'guest' })
  return [
    { url: `${home}/` },
    ...conferences.flatMap(({ slug }) => listed.map((name) => ({ url: `${home}${pageAddress(slug, name)}` }))),
  ]
}
