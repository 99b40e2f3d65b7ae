import { photoPath, type PhotoWidth } from './photo-sizes'

/** The addresses of what is public, each absolute. @param publicUrl without a trailing slash */
export function recapAddresses(publicUrl: string) {
  const author = (handle: string) => `${publicUrl}/@${handle}`
  return {
    home: publicUrl,
    author,
    recap: (handle: string, slug: string) => `${author(handle)}/${slug}`,
    series: (handle: string, slug: string) => `${author(handle)}/series/${slug}`,
    photo: (handle: string, id: string, width?: PhotoWidth) => `${author(handle)}/${photoPath(id, width)}`,
    picture: (handle: string, slug: string) => `${author(handle)}/${slug}/picture.png`,
    conference: (slug: string) => `${publicUrl}/c/${slug}`,
  }
}

export type RecapAddresses = ReturnType<typeof recapAddresses>
