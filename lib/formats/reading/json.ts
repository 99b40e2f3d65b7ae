import { onceFor } from '@/lib/platform/once-for'
import type { ImportFile } from './adapter'
import { decodeText } from './encoding'

export type JsonFault = 'not-json' | 'json-too-deep' | 'json-too-many'
export type Json = { ok: true; value: unknown } | { ok: false; code: JsonFault }

/** Deeper than any schedule; what reads values by calling itself, as zod does, stays far from the end of its stack. */
const MOST_DEPTH = 100
/** Ten thousand sessions with two hundred values each: twenty times the largest that is known. */
const MOST_VALUES = 2_000_000

const readBytes = onceFor((bytes: Uint8Array) => parse(unwrapped(decodeText(bytes).text)))

/**
 * The one way in which adapters read JSON: an object or a list, in whatever encoding it is, also where a server
 * wrapped it for a browser (`)]}'` before it, or a JSONP call around it). Read once for each file: all adapters see the
 * same value, which none may change.
 * @returns the value; or a problem's code: it is no JSON, or nested deeper or with more in it than any schedule
 */
export function readJson({ bytes }: Pick<ImportFile, 'bytes'>): Json {
  return readBytes(bytes)
}

function parse(text: string): Json {
  // A number or a word is JSON, too, but no schedule; and any text that begins otherwise need not be tried.
  if (!/^\s*[[{]/.test(text)) return { ok: false, code: 'not-json' }
  const fault = tooMuchIn(text)
  if (fault) return { ok: false, code: fault }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, code: 'not-json' }
  }
}

function unwrapped(text: string): string {
  const start = text.slice(0, 300)
  const guard = /^\s*\)\]\}',?/.exec(start)
  if (guard) return text.slice(guard[0].length)
  const call = /^\s*(?:\/\*\*\/)?\s*[\p{L}_$][\p{L}\d_$.]*\s*\(\s*(?=[[{])/u.exec(start)
  const end = call && /\)\s*;?\s*$/.exec(text.slice(-300))
  return call && end ? text.slice(call[0].length, text.length - end[0].length) : text
}

/** Asked before anything is built of the text: brackets alone would fill the memory. */
function tooMuchIn(text: string): JsonFault | null {
  let [depth, values] = [0, 0]
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > MOST_DEPTH) return 'json-too-deep'
      if (++values > MOST_VALUES) return 'json-too-many'
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--
    else if (code === COMMA && ++values > MOST_VALUES) return 'json-too-many'
  }
  return null
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]
