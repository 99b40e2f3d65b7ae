import pLimit from 'p-limit'
import type { Sharp } from 'sharp'
import { AppError } from '@/lib/platform/errors'
import { loadSharp } from './load-sharp'
import { LONGEST_SIDE, type PictureType } from '../pictures/photo-limits'

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
// What is within its sides takes seconds, also on a small server.
const DEADLINE_S = 60
// Unfolded, the largest takes 600 MB for four seconds; those that wait are held as they came.
const inTurn = pLimit(1)
const MOST_WAITING = 20

type Format = { mediaType: PictureType; name: string; draw: (picture: Sharp) => Sharp }
const jpeg: Format = { mediaType: 'image/jpeg', name: 'jpeg', draw: (picture) => picture.jpeg({ quality: QUALITY }) }
const png: Format = { mediaType: 'image/png', name: 'png', draw: (picture) => picture.png() }
const webp: Format = { mediaType: 'image/webp', name: 'webp', draw: (picture) => picture.webp({ quality: QUALITY }) }

/**
 * Reads a picture and draws it anew, upright, in the colours of screens (sRGB) and in its own format: JPEG, PNG or
 * still WebP. What anybody says of the type counts for nothing.
 * @returns null when it is none of these, is broken, or has a side longer than `LONGEST_SIDE`
 * @throws {AppError} UNAVAILABLE when too many wait, or it takes too long
 */
export async function redrawPicture(given: Buffer): Promise<Picture | null> {
  const format = formatOf(given)
  if (!format) return null
  if (inTurn.pendingCount >= MOST_WAITING) throw new AppError('UNAVAILABLE', 'pictures')
  return inTurn(async () => {
    const sharp = await loadSharp()
    const picture = sharp(given, { autoOrient: true, failOn: 'warning', limitInputPixels: LONGEST_SIDE ** 2 })
    return redraw(picture.timeout({ seconds: DEADLINE_S }), format).catch(refuse)
  })
}

/** By how it begins; no other reader is let near the bytes. */
function formatOf(given: Buffer): Format | null {
  const head = given.toString('latin1', 0, 12)
  if (head.startsWith('\xff\xd8\xff')) return jpeg
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return png
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? webp : null
}

async function redraw(picture: Sharp, { mediaType, name, draw }: Format): Promise<Picture | null> {
  const { format, width, height, pages = 1 } = await picture.metadata()
  if (format !== name || pages > 1 || Math.max(width, height) > LONGEST_SIDE) return null
  const { data, info } = await draw(picture).toBuffer({ resolveWithObject: true })
  return { mediaType, bytes: data, width: info.width, height: info.height }
}

/** Whatever sharp says of a picture, it cannot be drawn; but a server that is too slow for it says nothing of it. */
function refuse(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('timeout')) throw new AppError('UNAVAILABLE', 'pictures')
  return null
}
