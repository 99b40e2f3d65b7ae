import type { Sharp } from 'sharp'
import { drawPicture } from '@/lib/platform/pictures/draw-picture'
import type { PictureType } from '@/lib/platform/pictures/picture-types'

/** A picture that was judged by its bytes alone, and drawn anew. */
export type Picture = {
  mediaType: PictureType
  /** Upright, and nothing but what is seen: no place, time, device, comments, other pictures. */
  bytes: Buffer
  width: number
  height: number
}

// As devices draw (photo-scale.ts): in the same steps once more, a JPEG stays as large and, to the eye, as it was.
const QUALITY = 82

const inOwnFormat: Record<PictureType, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: QUALITY }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: QUALITY }),
}

/**
 * Reads a picture and draws it anew, upright, in the colours of screens (sRGB) and in its own format.
 * @returns null when it is none that `drawPicture` reads
 * @throws {AppError} UNAVAILABLE when too many wait, or it takes too long
 */
export async function redrawPicture(given: Buffer): Promise<Picture | null> {
  return drawPicture(given, async (picture, mediaType) => {
    const { data, info } = await inOwnFormat[mediaType](picture).toBuffer({ resolveWithObject: true })
    return { mediaType, bytes: data, width: info.width, height: info.height }
  })
}
