const [MARK, START, END, SCAN] = [0xff, 0xd8, 0xd9, 0xda] as const
const [APP0, APP2, APP14, APP15, COMMENT] = [0xe0, 0xe2, 0xee, 0xef, 0xfe] as const
/** Stands alone, without a length: TEM and the restarts. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/**
 * A JPEG with what it takes to show it and nothing else: no Exif or XMP (APP1: place, time, device), no IPTC (APP13),
 * no comments, no second picture (MPF), nothing after its end. Its colours stay right: JFIF, the ICC profile and
 * Adobe's note on colour are kept. ITU T.81 annex B.
 * @returns null when its segments do not add up
 */
export function bareJpeg(bytes: Buffer): Buffer | null {
  if (bytes[0] !== MARK || bytes[1] !== START) return null
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  let scanned = false
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1]
    if (bytes[at] !== MARK || marker === undefined) return null
    if (marker === END) return scanned ? Buffer.concat([...kept, bytes.subarray(at, at + 2)]) : null
    // Any number of FF may stand before a marker.
    if (marker === MARK) at += 1
    else {
      const end = endOf(bytes, at, marker)
      if (end === null) return null
      const segment = bytes.subarray(at, end)
      if (isKept(marker, segment)) kept.push(segment)
      scanned ||= marker === SCAN
      at = end
    }
  }
  return null
}

/** Where what begins at `at` ends: a scan with its data. */
function endOf(bytes: Buffer, at: number, marker: number): number | null {
  if (isBare(marker)) return at + 2
  if (at + 4 > bytes.length) return null
  const length = bytes.readUInt16BE(at + 2)
  const end = at + 2 + length
  if (length < 2 || end > bytes.length) return null
  return marker === SCAN ? endOfData(bytes, end) : end
}

/** Within a scan an FF is followed by 00 or a restart; anything else is the next marker. */
function endOfData(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(MARK, from); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) return null
    if (next !== 0 && next !== MARK && !isBare(next)) return at
  }
  return null
}

function isKept(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  if (marker === APP2) return segment.toString('latin1', 4, 16) === 'ICC_PROFILE\0'
  if (marker === APP0) return segment.toString('latin1', 4, 9) === 'JFIF\0'
  return marker === APP14 && segment.toString('latin1', 4, 9) === 'Adobe'
}
