import { LRUCache } from 'lru-cache'
import { LONGEST_SIDE } from '@/lib/platform/pictures/picture-types'
import { readBlob } from '@/lib/platform/blobs/blobs'
import type { Database } from '@/lib/platform/db'
import { loadSharp } from '@/lib/platform/pictures/load-sharp'
import { photoWidthOf, type PhotoWidth } from '../photo-sizes'
import type { Author } from './public-queries'
import { listShowing } from './content-now'

type Photo = { id: string; mediaType: string }
type PhotoAnswer = { kind: 'content'; mediaType: string; body: Buffer }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// The bytes of a photo never change.
const small = new LRUCache<string, PhotoAnswer>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ body }) => body.length,
})

/** A photo for everybody: one that a recap which is public now shows, also where it was deleted since. */
export async function findPublicPhoto(db: Database, author: Author, id: string, now: Date): Promise<Photo | null> {
  if (!UUID.test(id)) return null
  const own = await db.photo.findFirst({ where: { id, userId: author.id }, select: { id: true, mediaType: true } })
  if (!own) return null
  return (await listShowing(db, [id], now)).some(({ isPublic }) => isPublic) ? own : null
}

/** A photo's bytes. @param file undefined: whole; else the last part of its address, "960.webp" */
export async function givePhoto(photo: Photo, file: string | undefined): Promise<PhotoAnswer | null> {
  const width = file === undefined ? null : photoWidthOf(file)
  if (file !== undefined && !width) return null
  const key = `${photo.id} ${width}`
  const known = width ? small.get(key) : undefined
  if (known) return known
  const body = await readBlob(photo.id)
  if (!body) return null
  const whole: PhotoAnswer = { kind: 'content', mediaType: photo.mediaType, body }
  if (!width) return whole
  // What a browser can draw and sharp cannot is given as it is.
  const made = await shrinkPhoto(body, width).then(
    (smaller): PhotoAnswer => ({ ...whole, mediaType: 'image/webp', body: smaller }),
    () => whole,
  )
  small.set(key, made)
  return made
}

/** A photo in one of the widths, as WebP; never larger than it is. @throws what sharp throws when it cannot read it */
async function shrinkPhoto(bytes: Buffer, width: PhotoWidth): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(bytes, { limitInputPixels: LONGEST_SIDE ** 2 })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer()
}
