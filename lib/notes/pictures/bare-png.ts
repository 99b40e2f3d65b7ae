/** What a still picture is shown by. Text, time, Exif, animation and what nobody knows is not among it. */
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs']
const SIGNATURE = 8
/** Length and type before a chunk's data, the checksum after it. */
const AROUND = 12

/**
 * A PNG with what it takes to show it and nothing else, and nothing after its end. W3C PNG §5.
 * @returns null when its chunks do not add up
 */
export function barePng(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, SIGNATURE)]
  for (let at = SIGNATURE; at + AROUND <= bytes.length;) {
    const end = at + AROUND + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (at === SIGNATURE && type !== 'IHDR') return null
    if (KEPT.includes(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}
