const HEADER = 12
/** What a still picture is shown by; Exif, XMP and what nobody knows is not among it. */
const KEPT = ['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L']
// RFC 9649 §2.7: flags of the VP8X chunk.
const [ANIMATED, EXIF, XMP] = [0x02, 0x08, 0x04] as const

/**
 * A still WebP with what it takes to show it and nothing else, and nothing after its end. RFC 9649 §2.3.
 * @returns null when its chunks do not add up, or when it moves
 */
export function bareWebp(bytes: Buffer): Buffer | null {
  if (bytes.length < HEADER) return null
  const whole = 8 + bytes.readUInt32LE(4)
  if (whole > bytes.length) return null
  const kept: Buffer[] = []
  for (let at = HEADER; at < whole;) {
    if (at + 8 > whole) return null
    const length = bytes.readUInt32LE(at + 4)
    const type = bytes.toString('latin1', at, at + 4)
    // A chunk of odd length is followed by one byte of nothing, which some leave out at the very end.
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > whole) return null
    if (type === 'ANIM' || type === 'ANMF') return null
    if (KEPT.includes(type)) kept.push(chunkOf(type, bytes.subarray(at + 8, at + 8 + length)))
    at = end
  }
  if (!kept.some((chunk) => /^VP8[ L]/.test(chunk.toString('latin1', 0, 4)))) return null
  return riff(kept)
}

function chunkOf(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(8 + data.length + (data.length % 2))
  chunk.write(type, 'latin1')
  chunk.writeUInt32LE(data.length, 4)
  data.copy(chunk, 8)
  if (type === 'VP8X' && data.length > 0) chunk[8] = (data[0] ?? 0) & ~(EXIF | XMP | ANIMATED)
  return chunk
}

function riff(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  const header = Buffer.alloc(8)
  header.write('RIFF', 'latin1')
  header.writeUInt32LE(body.length, 4)
  return Buffer.concat([header, body])
}
