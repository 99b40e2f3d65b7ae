import type { ImportFile } from './adapter'
import { decodeText } from './encoding'

export type Json = { ok: true; value: unknown } | { ok: false; code: 'not-json' | 'json-too-deep' }

/** Deeper than any schedule; what reads values by calling itself, as zod does, stays far from the end of its stack. */
const MOST_DEPTH = 100

const read = new WeakMap<Uint8Array, Json>()

/**
 * The one way in which adapters read JSON: an object or a list, in whatever encoding it is, also where a server
 * wrapped it for a browser (`)]}'` before it, or a JSONP call around it). Read once for each file: all adapters see the
 * same value, which none may change.
 * @returns the value; or a problem's code: it is no JSON, or nested deeper than 100
 */
export function readJson({ bytes }: Pick<ImportFile, 'bytes'>): Json {
  const known = read.get(bytes)
  if (known) return known
  const json = parse(unwrapped(decodeText(bytes).text))
  read.set(bytes, json)
  return json
}

function parse(text: string): Json {
  // A number or a word is JSON, too, but no schedule; and any text that begins otherwise need not be tried.
  if (!/^\s*[[{]/.test(text)) return { ok: false, code: 'not-json' }
  if (isDeeper(text, MOST_DEPTH)) return { ok: false, code: 'json-too-deep' }
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
function isDeeper(text: string, most: number): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > most) return true
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--
  }
  return false
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]
