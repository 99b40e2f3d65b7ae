import type { RecapPhoto } from './schema'

/** The widths, in pixels, in which a photo is given beside its own: a phone's, and two for dense screens. */
export const photoWidths = [480, 960, 1440] as const
export type PhotoWidth = (typeof photoWidths)[number]

/** The address of a photo by its id: whole, or in one of the widths where it is given in them. */
export type PhotoUrl = (id: string, width?: PhotoWidth) => string

// As wide as the text in public/recaps.css.
const SHOWN = '(max-width: 42rem) 100vw, 42rem'

/** What an `img` needs to load no more of a photo than is seen, and to hold its place before. */
export function sizedPicture(
  { id, width, height }: RecapPhoto,
  photoUrl: PhotoUrl,
): { src: string; width: number; height: number; srcSet?: string; sizes?: string } {
  const src = photoUrl(id)
  const smaller = photoWidths
    .filter((each) => each < width && photoUrl(id, each) !== src)
    .map((each) => `${photoUrl(id, each)} ${each}w`)
  return {
    src,
    width,
    height,
    ...(smaller.length > 0 && { srcSet: [...smaller, `${src} ${width}w`].join(', '), sizes: SHOWN }),
  }
}

/** Where a photo lies below its author, or below a draft. */
export function photoPath(id: string, width?: PhotoWidth): string {
  return width ? `photos/${id}/${width}.webp` : `photos/${id}`
}

/** The width in the last part of an address, "960.webp"; null for anything else. */
export function photoWidthOf(file: string): PhotoWidth | null {
  return photoWidths.find((width) => file === `${width}.webp`) ?? null
}
