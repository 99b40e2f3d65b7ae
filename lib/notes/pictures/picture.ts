import { imageSize } from 'image-size'
import { bareJpeg } from './bare-jpeg'
import { barePng } from './bare-png'
import { bareWebp } from './bare-webp'
import { LONGEST_SIDE, type PictureType } from './photo-limits'

/** A picture, judged by its bytes alone. */
export type Picture = {
  mediaType: PictureType
  /** Without what cameras and editors write beside the picture: place, time, device, comments, other pictures. */
  bytes: Buffer
  width: number
  height: number
}

const formats = [
  {
    mediaType: 'image/jpeg',
    name: 'jpg',
    begins: (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
    bare: bareJpeg,
  },
  {
    mediaType: 'image/png',
    name: 'png',
    begins: (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
    bare: barePng,
  },
  {
    mediaType: 'image/webp',
    name: 'webp',
    begins: (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
    bare: bareWebp,
  },
] as const

/**
 * Reads a picture and takes from it all that is not the picture. JPEG, PNG and still WebP; what anybody says of the
 * type counts for nothing.
 * @returns null when it is none of these, is broken off, or has a side longer than `LONGEST_SIDE`
 */
export function readPicture(given: Buffer): Picture | null {
  const format = formats.find(({ begins }) => begins(given))
  const bytes = format?.bare(given)
  const size = bytes ? sizeOf(bytes) : null
  if (!format || !bytes || !size || size.type !== format.name) return null
  const { width, height } = size
  const fits = [width, height].every((side) => Number.isInteger(side) && side >= 1 && side <= LONGEST_SIDE)
  return fits ? { mediaType: format.mediaType, bytes, width, height } : null
}

function sizeOf(bytes: Buffer): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes)
  } catch {
    // It throws what its many readers throw at bytes that are none of theirs.
    return null
  }
}
