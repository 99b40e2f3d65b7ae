import { pageAddress } from '@/lib/program/addresses'
import { photoPath, type PhotoUrl, type PhotoWidth } from './photo-sizes'
import type { Content } from './schema'

/** The addresses of what is public, each absolute. @param publicUrl without a trailing slash */
export function recapAddresses(publicUrl: string) {
  const author = (handle: string) => `${publicUrl}/@${handle}`
  return {
    home: publicUrl,
    privacy: `${publicUrl}/privacy`,
    author,
    recap: (handle: string, slug: string) => `${author(handle)}/${slug}`,
    series: (handle: string, slug: string) => `${author(handle)}/series/${slug}`,
    photo: (handle: string, id: string, width?: PhotoWidth) => `${author(handle)}/${photoPath(id, width)}`,
    picture: (handle: string, slug: string) => `${author(handle)}/${slug}/picture.png`,
    conference: (slug: string) => `${publicUrl}${pageAddress(slug, 'now')}`,
    /** Of a recap's conference; null where the public sees nothing of it. */
    sessionOf:
      ({ conference }: Pick<Content, 'conference'>) =>
      (number: number) =>
        conference && `${publicUrl}${pageAddress(conference.slug, 'session', String(number))}`,
  }
}

export type RecapAddresses = ReturnType<typeof recapAddresses>

/**
 * Where that is which a recap's text names without an address: a photo by its id, a session of its conference by its
 * number.
 */
export type TextAddresses = { photo: PhotoUrl; session: (number: number) => string | null }

/** The same for everybody who reads what is published. */
export function publicAddresses(content: Content, handle: string, at: RecapAddresses): TextAddresses {
  return { photo: (...photo) => at.photo(handle, ...photo), session: at.sessionOf(content) }
}
