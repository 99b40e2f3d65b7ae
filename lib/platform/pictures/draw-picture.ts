import pLimit from 'p-limit'
import type { Sharp } from 'sharp'
import { AppError } from '../errors'
import { loadSharp } from './load-sharp'
import { LONGEST_SIDE, type PictureType } from './picture-types'

// What is within its sides takes seconds, also on a small server.
const DEADLINE_S = 60
// Unfolded, the largest takes 600 MB for four seconds; those that wait are held as they came.
const inTurn = pLimit(1)
const MOST_WAITING = 20

/**
 * Reads a stranger's picture, upright, and has something drawn of it. It is a JPEG, PNG or still WebP by its bytes:
 * what anybody says of the type counts for nothing.
 * @returns null when it is none of these, is broken, or has a side longer than `LONGEST_SIDE`
 * @throws {AppError} UNAVAILABLE when too many wait, or it takes too long
 */
export async function drawPicture<Drawn>(
  given: Buffer,
  draw: (picture: Sharp, mediaType: PictureType) => Promise<Drawn>,
): Promise<Drawn | null> {
  const format = formatOf(given)
  if (!format) return null
  if (inTurn.pendingCount >= MOST_WAITING) throw new AppError('UNAVAILABLE', 'pictures')
  return inTurn(async () => {
    const sharp = await loadSharp()
    const picture = sharp(given, { autoOrient: true, failOn: 'warning', limitInputPixels: LONGEST_SIDE ** 2 })
    return read(picture.timeout({ seconds: DEADLINE_S }), format, draw).catch(refuse)
  })
}

/** By how it begins; no other reader is let near the bytes. */
function formatOf(given: Buffer): PictureType | null {
  const head = given.toString('latin1', 0, 12)
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null
}

async function read<Drawn>(
  picture: Sharp,
  mediaType: PictureType,
  draw: (picture: Sharp, mediaType: PictureType) => Promise<Drawn>,
): Promise<Drawn | null> {
  const { format, width, height, pages = 1 } = await picture.metadata()
  if (`image/${format}` !== mediaType || pages > 1 || Math.max(width, height) > LONGEST_SIDE) return null
  return draw(picture, mediaType)
}

/** Whatever sharp says of a picture, it cannot be drawn; but a server that is too slow for it says nothing of it. */
function refuse(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('timeout')) throw new AppError('UNAVAILABLE', 'pictures')
  return null
}
