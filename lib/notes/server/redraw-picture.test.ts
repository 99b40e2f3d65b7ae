import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { jpeg, jpegWith, png, pngWith, progressiveJpeg, webp, webpWith } from '@/tests/factories/picture'
import { redrawPicture } from './redraw-picture'

const size = { width: 12, height: 8 }
const secret = 'GPS 48.85N 2.35E'
const [APP0, APP1, APP2, APP13, COMMENT] = [0xe0, 0xe1, 0xe2, 0xed, 0xfe] as const

const dotsOf = (bytes: Buffer) => sharp(bytes).removeAlpha().raw().toBuffer()
/** How far the two pictures are apart where they differ most, of 255. */
async function distance(one: Buffer, other: Buffer): Promise<number> {
  const [dots, others] = await Promise.all([dotsOf(one), dotsOf(other)])
  expect(others.length).toBe(dots.length)
  return dots.reduce((most, dot, index) => Math.max(most, Math.abs(dot - (others[index] ?? 0))), 0)
}

describe('what a picture is', () => {
  it.each([
    ['image/jpeg', jpeg, 24],
    ['image/jpeg', progressiveJpeg, 24],
    ['image/png', png, 0],
    ['image/webp', webp, 24],
  ])('is told by its bytes, and looks as it did: %s', async (mediaType, bytes, most) => {
    const picture = await redrawPicture(bytes)
    expect(picture).toEqual({ mediaType, ...size, bytes: expect.any(Buffer) })
    expect(await distance(bytes, picture?.bytes ?? bytes)).toBeLessThanOrEqual(most)
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a GIF', 'GIF89a\x01\0\x01\0'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
    ['HTML that begins like a JPEG', '\xff\xd8\xff<script>alert(1)</script>'],
    ['HTML that begins like a PNG', '\x89PNG\r\n\x1a\n<script>alert(1)</script>'],
    ['HTML that begins like a WebP', 'RIFF\x30\0\0\0WEBP<script>alert(1)</script>aaaaaaaaaaaaaaaaaaa'],
  ])('is not %s', async (_, text) => {
    expect(await redrawPicture(Buffer.from(text, 'latin1'))).toBeNull()
  })

  it.each(['gif', 'tiff', 'avif'] as const)('is no %s, though it could be drawn', async (format) => {
    expect(await redrawPicture(await sharp(png).toFormat(format).toBuffer())).toBeNull()
  })

  // Of the PNG the last chunk, which says that it ends, may be missing.
  it.each([
    ['JPEG', jpeg, jpeg.length],
    ['progressive JPEG', progressiveJpeg, progressiveJpeg.length],
    ['PNG', png, png.length - 12],
    ['WebP', webp, webp.length],
  ])('is no %s that is broken off anywhere', async (_, bytes, end) => {
    for (let length = 0; length < end; length++) expect(await redrawPicture(bytes.subarray(0, length))).toBeNull()
  })

  it('has no side that unfolds into more than a phone can hold', async () => {
    const bar = (width: number) => sharp({ create: { width, height: 1, channels: 3, background: '#000' } }).png()
    expect(await redrawPicture(await bar(8193).toBuffer())).toBeNull()
    expect(await redrawPicture(await bar(8192).toBuffer())).toMatchObject({ width: 8192, height: 1 })
    const huge = Buffer.from(png)
    huge.writeUInt32BE(0, 16)
    expect(await redrawPicture(huge)).toBeNull()
  })

  it('is no WebP that moves', async () => {
    expect(await redrawPicture(webpWith([['ANIM', 'aaaaaa']], { flags: 0x02 }))).toBeNull()
    const frames = Buffer.from(Array.from({ length: 2 * 8 * 8 * 3 }, (_, index) => index))
    const moving = sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } }).webp({ loop: 0 })
    expect(await redrawPicture(await moving.toBuffer())).toBeNull()
  })

  it('is upright, however the camera was held', async () => {
    const blackBesideWhite = Buffer.from(Array.from({ length: 32 * 16 }, (_, dot) => (dot % 32 < 16 ? 0 : 255)))
    const drawn = sharp(blackBesideWhite, { raw: { width: 32, height: 16, channels: 1 } }).jpeg()
    const lying = await drawn.withMetadata({ orientation: 6 }).toBuffer()
    const picture = await redrawPicture(lying)
    expect(picture).toMatchObject({ width: 16, height: 32 })
    const whiteBelowBlack = await sharp(blackBesideWhite, { raw: { width: 32, height: 16, channels: 1 } })
      .rotate(90)
      .png()
      .toBuffer()
    expect(await distance(whiteBelowBlack, picture?.bytes ?? lying)).toBeLessThanOrEqual(4)
  })
})

describe('what is kept of a picture', () => {
  it('is no place, device, comment, second picture or anything after a JPEG', async () => {
    const told: [number, string][] = [
      [APP1, `Exif\0\0${secret}`],
      [APP1, `http://ns.adobe.com/xap/1.0/\0${secret}`],
      [APP13, `Photoshop 3.0\0${secret}`],
      [APP2, `MPF\0${secret}`],
      [APP2, `ICC_PROFILE\0\x01\x01${secret}`],
      [APP0, `JFXX\0${secret}`],
      [COMMENT, secret],
      [0xe5, secret],
    ]
    expect(await redrawPicture(jpegWith(told, `<script>${secret}</script>`))).toEqual(await redrawPicture(jpeg))
  })

  it('is nothing between the scans of a JPEG', async () => {
    const scan = progressiveJpeg.lastIndexOf(Buffer.from([0xff, 0xda]))
    const hidden = Buffer.concat([
      progressiveJpeg.subarray(0, scan),
      Buffer.from([0xff, COMMENT, 0, 2 + secret.length]),
      Buffer.from(secret),
      progressiveJpeg.subarray(scan),
    ])
    expect(await redrawPicture(hidden)).toEqual(await redrawPicture(progressiveJpeg))
  })

  it('is no text, time, Exif, animation or anything after a PNG', async () => {
    const told: [string, string][] = [
      ['eXIf', secret],
      ['tEXt', `Comment\0${secret}`],
      ['tIME', '1234567'],
      ['acTL', '12345678'],
      ['prVt', secret],
    ]
    expect(await redrawPicture(pngWith(told, `<script>${secret}</script>`))).toEqual(await redrawPicture(png))
  })

  it('is no Exif, XMP, unknown chunk or anything after a WebP', async () => {
    const told: [string, string][] = [
      ['EXIF', secret],
      ['XMP ', `${secret}.`],
      ['what', secret],
    ]
    expect(await redrawPicture(webpWith(told, { flags: 0x0c, after: secret }))).toEqual(await redrawPicture(webp))
  })

  it.each(['jpeg', 'png', 'webp'] as const)('is nothing of what a camera writes into a %s', async (format) => {
    const taken = await sharp(png)
      .toFormat(format)
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '48/1 51/1 0/1', GPSLatitudeRef: 'N' } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><p>${secret}</p></x:xmpmeta>`)
      .withIccProfile('p3')
      .toBuffer()
    const before = await sharp(taken).metadata()
    expect([before.exif, before.xmp, before.icc].map(Boolean)).toEqual([true, true, true])
    const { exif, xmp, icc, iptc, comments, orientation } = await sharp((await redrawPicture(taken))?.bytes).metadata()
    expect({ exif, xmp, icc, iptc, comments, orientation }).toEqual({})
  })
})

it('reads any bytes without a throw, and what it kept can be read again', async () => {
  const begun = fc.constantFrom(jpeg, progressiveJpeg, png, webp, webpWith([['EXIF', secret]]))
  const spoilt = fc
    .tuple(begun, fc.array(fc.tuple(fc.nat(800), fc.nat(255)), { maxLength: 6 }))
    .map(([bytes, changes]) => {
      const copy = Buffer.from(bytes)
      for (const [at, value] of changes) copy[at % copy.length] = value
      return copy
    })
  await fc.assert(
    fc.asyncProperty(spoilt, async (bytes) => {
      const picture = await redrawPicture(bytes)
      if (picture) expect(await redrawPicture(picture.bytes)).toMatchObject({ ...picture, bytes: expect.any(Buffer) })
    }),
    { numRuns: 500 },
  )
})

it('draws one picture after the other, and lets no more wait than memory holds', async () => {
  const asked = Array.from({ length: 30 }, () => redrawPicture(jpeg))
  const outcomes = await Promise.allSettled(asked)
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 21 }, () => 'fulfilled'),
    ...Array.from({ length: 9 }, () => 'rejected'),
  ])
  expect(outcomes.at(-1)).toMatchObject({ reason: new AppError('UNAVAILABLE', 'pictures') })
  expect(await redrawPicture(jpeg)).toMatchObject(size)
})
