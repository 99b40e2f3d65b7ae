import { namesTag } from '@/lib/boundary/if-none-match'
import type { ServedPhoto } from '@/lib/notes/server/photo-queries'
import type { PhotoRefusal } from '@/lib/notes/pictures/photo-limits'

/**
 * What goes with the bytes of a photo. They are what a stranger's file was: should a browser ever take one for a page,
 * it is a page of no origin that runs and loads nothing. Kept only by the person's own browser, which asks each time
 * whether it still may.
 */
function headersOf({ id, mediaType, sha256 }: ServedPhoto): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': `inline; filename="photo-${id}.${mediaType.replace('image/', '').replace('jpeg', 'jpg')}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    vary: 'cookie',
    etag: `"${sha256}"`,
  }
}

/** A photo as a response; 304 when the browser has these very bytes. */
export function photoAnswer(photo: ServedPhoto, ifNoneMatch: string | null): Response {
  const headers = headersOf(photo)
  if (ifNoneMatch !== null && namesTag(ifNoneMatch, `"${photo.sha256}"`))
    return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(photo.bytes), { status: 200, headers })
}

const statuses: Record<PhotoRefusal, number> = { notAPicture: 415, tooLarge: 413, tooManyPhotos: 409, noRoomLeft: 409 }

/** Says why the bytes of a photo are not taken. They would not be the next time either. */
export function refusedPhotoAnswer(reason: PhotoRefusal): Response {
  return Response.json(
    { error: 'INVALID', reason },
    { status: statuses[reason], headers: { 'cache-control': 'private, no-store' } },
  )
}
