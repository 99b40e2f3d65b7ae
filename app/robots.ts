import type { MetadataRoute } from 'next'
import { publicUrl, readEnvironment } from '@/lib/platform/env'

// The address is known when it runs, not when it is built.
export const dynamic = 'force-dynamic'

/**
 * Feeds stay open to robots: Google's calendar obeys this file when it fetches them. What must not be found says so
 * itself (X-Robots-Tag).
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/settings', '/sign-in', '/c/*/manage'] },
    sitemap: `${publicUrl(readEnvironment())}/sitemap.xml`,
  }
}
