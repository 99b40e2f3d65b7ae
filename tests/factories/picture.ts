import { crc32 } from 'node:zlib'

/** Small pictures, 12 by 8, and ways to hide things in them. */

const decode = (text: string) => Buffer.from(text, 'base64')

export const jpeg = decode(
  '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBD' +
    'ARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAwD' +
    'ASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAEC/8QAIhAAAgECBQUAAAAAAAAAAAAAARECADEDEiEiUQQyYXGB/8QAFQEB' +
    'AQAAAAAAAAAAAAAAAAAAAAL/xAAXEQADAQAAAAAAAAAAAAAAAAAAAREC/9oADAMBAAIRAxEAPwCRyI7csLIKyAXDSHuRrUSBHd1R' +
    'wjr22lydPL+KlKaVKwq4f//Z',
)
export const progressiveJpeg = decode(
  '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBD' +
    'ASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wgARCAAIAAwD' +
    'ASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIQAxAAAAGUP//EABQQ' +
    'AQAAAAAAAAAAAAAAAAAAABD/2gAIAQEAAQUCP//EABURAQEAAAAAAAAAAAAAAAAAAAAB/9oACAEDAQE/AY//xAAUEQEAAAAAAAAA' +
    'AAAAAAAAAAAA/9oACAECAQE/AX//xAAVEAEBAAAAAAAAAAAAAAAAAAAAMf/aAAgBAQAGPwJX/8QAGBAAAgMAAAAAAAAAAAAAAAAA' +
    'ABEhcYH/2gAIAQEAAT8hjC1P/9oADAMBAAIAAwAAABCH/8QAFhEBAQEAAAAAAAAAAAAAAAAAAQAR/9oACAEDAQE/EBrf/8QAFhEB' +
    'AQEAAAAAAAAAAAAAAAAAAQAR/9oACAECAQE/EE2//8QAHRABAAEEAwEAAAAAAAAAAAAAASEAEWFxQVGR8P/aAAgBAQABPxAgxbp9' +
    'ixtaECTXnPtf/9k=',
)
export const png = decode(
  'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAIAgMAAACwivZiAAAADFBMVEUvU3iJrtPH7BHsETUYaq37AAAACXBIWXMAAAPoAAAD6AG1' +
    'e1JrAAAAIklEQVQI12OQaSliELzhzpAoeILBXVGWoaVMkQEmViR4AgCGDgiq2rnZ4wAAAABJRU5ErkJggg==',
)
export const webp = decode(
  'UklGRmQAAABXRUJQVlA4IFgAAABwAgCdASoMAAgABUB8JZgCdH8At2Iucm0QZBXAAPJOcQ+OeRTGupzSaifx+xTQRhS6HcK4ZqAk' +
    'NGKUHYJ72LwOZl54TKry0xAgAI6IAUIDhN7CXmAvxgAA',
)

/** The JPEG with segments after its beginning: marker (without FF) and content. */
export function jpegWith(segments: readonly [marker: number, content: string][], after = ''): Buffer {
  const made = segments.map(([marker, content]) => {
    const header = Buffer.from([0xff, marker, 0, 0])
    header.writeUInt16BE(2 + Buffer.byteLength(content, 'latin1'), 2)
    return Buffer.concat([header, Buffer.from(content, 'latin1')])
  })
  return Buffer.concat([jpeg.subarray(0, 2), ...made, jpeg.subarray(2), Buffer.from(after)])
}

/** The PNG with chunks after its header. */
export function pngWith(chunks: readonly [type: string, content: string][], after = ''): Buffer {
  const HEADER_END = 33
  const made = chunks.map(([type, content]) => {
    const length = Buffer.alloc(4)
    const checksum = Buffer.alloc(4)
    length.writeUInt32BE(Buffer.byteLength(content, 'latin1'))
    checksum.writeUInt32BE(crc32(Buffer.from(type + content, 'latin1')))
    return Buffer.concat([length, Buffer.from(type + content, 'latin1'), checksum])
  })
  return Buffer.concat([png.subarray(0, HEADER_END), ...made, png.subarray(HEADER_END), Buffer.from(after)])
}

/** The WebP in its extended form, with chunks after the picture. */
export function webpWith(chunks: readonly [type: string, content: string][], { flags = 0, after = '' } = {}): Buffer {
  const extended: [string, Buffer] = ['VP8X', Buffer.from([flags, 0, 0, 0, 11, 0, 0, 7, 0, 0])]
  const made = [
    extended,
    ...chunks.map(([type, content]): [string, Buffer] => [type, Buffer.from(content, 'latin1')]),
  ].map(([type, data]) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(data.length)
    return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)])
  })
  const [header = Buffer.alloc(0), ...others] = made
  const body = Buffer.concat([Buffer.from('WEBP'), header, webp.subarray(12), ...others])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), size, body, Buffer.from(after)])
}
