import { isUtf8 } from 'node:buffer'
import { onceFor } from '@/lib/platform/once-for'

export type DecodedText = {
  text: string
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
  /** Bytes that are no text in this encoding stand as "�". */
  damaged: boolean
}

/**
 * Reads bytes as text, once for each file, however many formats ask. A byte order mark decides; else the zeros of
 * UTF-16 show; else it is UTF-8, unless it holds bytes that are not and hardly any that are: then an old spreadsheet
 * wrote Windows-1252.
 */
export const decodeText = onceFor(readText)

function readText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be')
  const zeros = zeroShare(bytes)
  if (zeros.odd > 0.3) return decode(bytes, 'utf-16le')
  if (zeros.even > 0.3) return decode(bytes, 'utf-16be')
  const utf8 = decode(bytes, 'utf-8')
  // A "�" that the bytes themselves hold was lost before.
  if (!utf8.damaged || isUtf8(bytes)) return utf8
  const wrong = utf8.text.match(/\ufffd/g)?.length ?? 0
  const right = utf8.text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return wrong > right ? decode(bytes, 'windows-1252') : utf8
}

function decode(bytes: Uint8Array, label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'): DecodedText {
  const decoder = new TextDecoder(label)
  // As a stream: all at once, Node 20 reads Windows-1252 as Latin-1, whose quotes, dashes and euro are controls.
  const text = decoder.decode(bytes, { stream: true }) + decoder.decode()
  const encoding = label === 'utf-8' ? 'UTF-8' : label === 'windows-1252' ? 'Windows-1252' : 'UTF-16'
  return { text, encoding, damaged: text.includes('\ufffd') }
}

function zeroShare(bytes: Uint8Array): { even: number; odd: number } {
  const sample = bytes.subarray(0, 2000)
  const zerosAt = (parity: number) =>
    sample.filter((byte, index) => byte === 0 && index % 2 === parity).length / Math.max(1, sample.length / 2)
  return { even: zerosAt(0), odd: zerosAt(1) }
}
