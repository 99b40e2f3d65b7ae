import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpeg, jpegWith, png, pngWith, progressiveJpeg, webp, webpWith } from '@/tests/factories/picture'
import { readPicture } from './picture'

const size = { width: 12, height: 8 }
const secret = 'GPS 48.85N 2.35E'
const [APP0, APP1, APP2, APP13, APP14, COMMENT] = [0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe] as const

describe('what a picture is', () => {
  it.each([
    ['image/jpeg', jpeg],
    ['image/jpeg', progressiveJpeg],
    ['image/png', png],
    ['image/webp', webp],
  ])('is told by its bytes: %s', (mediaType, bytes) => {
    const picture = readPicture(bytes)
    expect(picture).toMatchObject({ mediaType, ...size })
    expect(readPicture(picture?.bytes ?? Buffer.alloc(0))).toEqual(picture)
  })

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a GIF', 'GIF89a\x01\0\x01\0'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
    ['HTML that begins like a JPEG', '\xff\xd8\xff<script>alert(1)</script>'],
    ['HTML that begins like a PNG', '\x89PNG\r\n\x1a\n<script>alert(1)</script>'],
    ['HTML that begins like a WebP', 'RIFF\x30\0\0\0WEBP<script>alert(1)</script>aaaaaaaaaaaaaaaaaaa'],
  ])('is not %s', (_, text) => {
    expect(readPicture(Buffer.from(text, 'latin1'))).toBeNull()
  })

  it.each([
    ['JPEG', jpeg],
    ['PNG', png],
    ['WebP', webp],
  ])('is no %s that is broken off anywhere', (_, bytes) => {
    const whole = Array.from({ length: bytes.length }, (_, length) => readPicture(bytes.subarray(0, length))).filter(
      Boolean,
    )
    expect(whole).toEqual([])
  })

  it('has no side that unfolds into more than a phone can hold', () => {
    const huge = Buffer.from(png)
    huge.writeUInt32BE(8193, 16)
    expect(readPicture(huge)).toBeNull()
    huge.writeUInt32BE(8192, 16)
    expect(readPicture(huge)).toMatchObject({ width: 8192, height: 8 })
    huge.writeUInt32BE(0, 16)
    expect(readPicture(huge)).toBeNull()
  })

  it('is no WebP that moves', () => {
    expect(readPicture(webpWith([['ANIM', 'aaaaaa']], { flags: 0x02 }))).toBeNull()
  })
})

describe('what is kept of a picture', () => {
  it('is no place, device, comment, second picture or anything after a JPEG', () => {
    const colour: [number, string][] = [
      [APP0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'],
      [APP2, 'ICC_PROFILE\0\x01\x01colours'],
      [APP14, 'Adobe\0d\0\0\0\0\0'],
    ]
    const told: [number, string][] = [
      [APP1, `Exif\0\0${secret}`],
      [APP1, `http://ns.adobe.com/xap/1.0/\0${secret}`],
      [APP13, `Photoshop 3.0\0${secret}`],
      [APP2, `MPF\0${secret}`],
      [APP0, `JFXX\0${secret}`],
      [COMMENT, secret],
      [0xe5, secret],
    ]
    expect(readPicture(jpegWith([...told, ...colour, ...told], `<script>${secret}</script>`))?.bytes).toEqual(
      jpegWith(colour),
    )
  })

  it('is nothing between the scans of a JPEG', () => {
    const scan = progressiveJpeg.lastIndexOf(Buffer.from([0xff, 0xda]))
    const hidden = Buffer.concat([
      progressiveJpeg.subarray(0, scan),
      Buffer.from([0xff, COMMENT, 0, 2 + secret.length]),
      Buffer.from(secret),
      progressiveJpeg.subarray(scan),
    ])
    expect(readPicture(hidden)?.bytes).toEqual(progressiveJpeg)
  })

  it('is no text, time, Exif, animation or anything after a PNG', () => {
    const told: [string, string][] = [
      ['eXIf', secret],
      ['tEXt', secret],
      ['zTXt', secret],
      ['iTXt', secret],
      ['tIME', '1234567'],
      ['acTL', '12345678'],
      ['prVt', secret],
    ]
    expect(readPicture(pngWith([...told, ['gAMA', '\0\0\0\x01']], `<script>${secret}</script>`))?.bytes).toEqual(
      pngWith([['gAMA', '\0\0\0\x01']]),
    )
  })

  it('is no Exif, XMP, unknown chunk or anything after a WebP, nor the word that they are there', () => {
    const told: [string, string][] = [
      ['EXIF', secret],
      ['XMP ', `${secret}.`],
      ['what', secret],
    ]
    expect(readPicture(webpWith(told, { flags: 0x2c, after: secret }))?.bytes).toEqual(webpWith([], { flags: 0x20 }))
  })
})

it('reads any bytes without a throw, and what it kept reads the same again', () => {
  const begun = fc.constantFrom(jpeg, progressiveJpeg, png, webp, webpWith([['EXIF', secret]]))
  const spoilt = fc
    .tuple(begun, fc.array(fc.tuple(fc.nat(800), fc.nat(255)), { maxLength: 6 }))
    .map(([bytes, changes]) => {
      const copy = Buffer.from(bytes)
      for (const [at, value] of changes) copy[at % copy.length] = value
      return copy
    })
  fc.assert(
    fc.property(spoilt, (bytes) => {
      const picture = readPicture(bytes)
      if (picture) expect(readPicture(picture.bytes)).toEqual(picture)
    }),
    { numRuns: 3000 },
  )
})
