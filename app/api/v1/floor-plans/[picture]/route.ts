import { z } from 'zod'
import { namesTag } from '@/lib/boundary/if-none-match'
import { route } from '@/lib/boundary/route'
import { readPlan } from '@/lib/schedule/building/plan-pictures'

/** The picture of a floor's plan. Another picture has another address: what has this one is never another. */
export const GET = route({
  params: z.object({ picture: z.uuid().toLowerCase() }),
  run: async ({ params: { picture }, viewer, db, request }) => {
    const { bytes, isPublic } = await readPlan(db, viewer, picture)
    const etag = `"${picture}"`
    const headers = {
      'content-type': 'image/webp',
      'content-disposition': `inline; filename="floor-${picture}.webp"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      // Of a private conference it is asked each time whether they still may see it.
      'cache-control': isPublic ? 'public, max-age=300' : 'private, no-cache',
      ...(!isPublic && { vary: 'cookie' }),
      etag,
    }
    const given = request.headers.get('if-none-match')
    if (given !== null && namesTag(given, etag)) return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(bytes), { headers })
  },
})
