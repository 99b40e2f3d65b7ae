import { MOST_PHOTO_BYTES } from '@/lib/notes/pictures/photo-limits'
import { pictureTypes, type PictureType } from '@/lib/platform/pictures/picture-types'

/**
 * A photo as it is kept and sent: drawn anew, so that nothing of where, when and with what it was taken is left in it.
 */
export type ScaledPhoto = { blob: Blob; thumbnail: Blob; mediaType: PictureType; width: number; height: number }
export type ScaleOutcome = { ok: true; photo: ScaledPhoto } | { ok: false; reason: 'notAPicture' | 'tooLarge' }

/** Small print of a slide is read at this size, and a hundred of them fit on a phone. */
const LONGEST_SIDE = 2048
const THUMBNAIL_SIDE = 320
const QUALITY = 0.82

/** Draws a picture upright, at most 2048 px long, as JPEG or, where that is smaller, WebP. */
export async function scalePhoto(file: Blob): Promise<ScaleOutcome> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return { ok: false, reason: 'notAPicture' }
  try {
    const size = fitInto(bitmap, LONGEST_SIDE)
    const blob = await encode(bitmap, size)
    const mediaType = pictureTypes.find((type) => type === blob.type)
    if (!mediaType) return { ok: false, reason: 'notAPicture' }
    if (blob.size > MOST_PHOTO_BYTES) return { ok: false, reason: 'tooLarge' }
    return {
      ok: true,
      photo: { blob, mediaType, ...size, thumbnail: await draw(bitmap, fitInto(bitmap, THUMBNAIL_SIDE), 'image/jpeg') },
    }
  } finally {
    bitmap.close()
  }
}

/** A small one of a photo that came from elsewhere. @returns null when it cannot be drawn */
export async function drawThumbnail(picture: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null)
  if (!bitmap) return null
  try {
    return await draw(bitmap, fitInto(bitmap, THUMBNAIL_SIDE), 'image/jpeg')
  } finally {
    bitmap.close()
  }
}

type Size = { width: number; height: number }

/** The size at which the longer side is at most `longest`; never larger than it is. */
export function fitInto({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function encode(bitmap: ImageBitmap, size: Size): Promise<Blob> {
  const jpeg = await draw(bitmap, size, 'image/jpeg')
  const webp = await draw(bitmap, size, 'image/webp')
  // A browser that writes no WebP gives a PNG instead.
  return webp.type === 'image/webp' && webp.size < jpeg.size ? webp : jpeg
}

async function draw(bitmap: ImageBitmap, { width, height }: Size, type: PictureType): Promise<Blob> {
  const canvas = makeCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context || !('drawImage' in context)) throw new Error('This browser draws nothing')
  // What a screenshot leaves open would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return toBlob(canvas, type)
}

function makeCanvas(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
  if ('OffscreenCanvas' in globalThis) return new OffscreenCanvas(width, height)
  return Object.assign(document.createElement('canvas'), { width, height })
}

function toBlob(canvas: OffscreenCanvas | HTMLCanvasElement, type: PictureType): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality: QUALITY })
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('This browser gives no picture back'))), type, QUALITY),
  )
}
