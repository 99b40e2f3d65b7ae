import { isUtf8 } from 'node:buffer'
import { decodeText } from '../reading/encoding'

/**
 * An XML file as text: in the encoding that its declaration names, if it is one; else as its bytes look. Damaged is
 * what cannot be read so; a "�" that the file itself holds was lost before.
 * @param longest how many bytes of it, for a look at its beginning
 */
export function xmlText(bytes: Uint8Array, longest = bytes.length): { text: string; damaged: boolean } {
  // The whole as it was given: other formats looked at it, and its text is kept.
  const start = longest < bytes.length ? bytes.subarray(0, longest) : bytes
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200))
  const [, label] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head) ?? []
  const declared = label === undefined || /^utf-?(?:8|16)/i.test(label) ? null : decodeAs(start, label)
  if (declared !== null) return { text: declared, damaged: declared.includes('\ufffd') }
  const { text, damaged, encoding } = decodeText(start)
  return { text, damaged: damaged && !(encoding === 'UTF-8' && isUtf8(start)) }
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(label)
    // As a stream, for what Node 20 makes of Windows-1252 otherwise.
    return decoder.decode(bytes, { stream: true }) + decoder.decode()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
