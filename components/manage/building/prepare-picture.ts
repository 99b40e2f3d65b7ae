import { pictureTypes } from '@/lib/platform/pictures/picture-types'
import { MOST_GIVEN_BYTES } from '@/lib/schedule/building/plan-limits'

/** Larger than what is kept, so that the server has something to draw sharply from. */
const LONGEST = 2400

/**
 * A chosen file as the server takes it. A drawing (SVG) is drawn here: shown as a picture a browser runs no script of
 * it, and loads nothing from elsewhere. So is what the server does not read, or what is too large for it.
 * @returns the file as it is where nothing here can draw it: the server says what is wrong with it
 */
export async function preparePicture(file: File): Promise<Blob> {
  if (await isDrawing(file)) return (await drawDrawing(file)) ?? file
  const isTaken = pictureTypes.some((type) => type === file.type) && file.size <= MOST_GIVEN_BYTES
  return isTaken ? file : ((await drawPhoto(file)) ?? file)
}

async function isDrawing(file: File): Promise<boolean> {
  if (file.type === 'image/svg+xml') return true
  return /<svg[\s>]/i.test(await file.slice(0, 4_000).text())
}

async function drawDrawing(file: File): Promise<Blob | null> {
  if (file.size > MOST_GIVEN_BYTES) return null
  const drawing = new DOMParser().parseFromString(await file.text(), 'image/svg+xml').documentElement
  if (!(drawing instanceof SVGSVGElement)) return null
  const sides = sizeOf(drawing)
  const size = fitted(sides)
  // Without a box it is not drawn larger with its sides, but into a corner of them.
  if (!boxOf(drawing) && sides.width > 1) drawing.setAttribute('viewBox', `0 0 ${sides.width} ${sides.height}`)
  // Some browsers draw none with a page in it onto a canvas, and all a broken picture for one from elsewhere.
  for (const within of drawing.querySelectorAll('foreignObject, script, image')) if (!isInside(within)) within.remove()
  // Some draw none without sides.
  drawing.setAttribute('width', String(size.width))
  drawing.setAttribute('height', String(size.height))
  const text = new XMLSerializer().serializeToString(drawing)
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return await onCanvas(image, size)
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Is it a picture that the drawing brings along? */
function isInside(element: Element): boolean {
  const href = element.getAttribute('href') ?? element.getAttribute('xlink:href')
  return element.localName === 'image' && (href ?? '').startsWith('data:image/')
}

type Size = { width: number; height: number }

/** By its box, else its sides, else a square. */
function sizeOf(drawing: SVGSVGElement): Size {
  const box = boxOf(drawing)
  if (box) return { width: box.width, height: box.height }
  const [wide, high] = [lengthOf(drawing.width), lengthOf(drawing.height)]
  return wide > 0 && high > 0 ? { width: wide, height: high } : { width: 1, height: 1 }
}

function boxOf({ viewBox: { baseVal: box } }: SVGSVGElement): DOMRect | null {
  return box && box.width > 0 && box.height > 0 ? box : null
}

/** In pixels; a share of the page or a size of its letters says nothing. */
function lengthOf({ baseVal }: SVGAnimatedLength): number {
  const { unitType } = baseVal
  const isAbsolute = unitType === SVGLength.SVG_LENGTHTYPE_NUMBER || unitType >= SVGLength.SVG_LENGTHTYPE_PX
  return isAbsolute ? baseVal.value : 0
}

function fitted({ width, height }: Size): Size {
  const scale = LONGEST / Math.max(width, height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function drawPhoto(file: File): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return null
  const size = Math.max(bitmap.width, bitmap.height) > LONGEST ? fitted(bitmap) : bitmap
  return onCanvas(bitmap, size)
    .catch(() => null)
    .finally(() => bitmap.close())
}

async function onCanvas(image: CanvasImageSource, { width, height }: Size): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (!context) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  const sharp = await blobOf(canvas, 'image/png')
  return sharp && sharp.size > MOST_GIVEN_BYTES ? blobOf(canvas, 'image/jpeg') : sharp
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((done) => canvas.toBlob(done, type))
}
