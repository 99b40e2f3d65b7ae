import { z } from 'zod'
import type { Problem } from '@/lib/platform/errors'
import type { ImportFile } from './reading/adapter'
import { decodeText } from './reading/encoding'
import { readJson } from './reading/json'
import { isOfficeFile, isZip, namesInZip } from './unzip'

/** What a file is that no format knows, as a problem: a picture, a page, JSON with these keys. */
export function looksLike(file: ImportFile): Problem {
  const { code, detail = '' } = byFirstBytes(file.bytes) ?? byText(file)
  return { severity: 'error', path: file.name, code, detail: detail.slice(0, 200) }
}

type Look = { code: string; detail?: string }

/** Hexadecimal beginnings of files that are no text. */
const beginnings: [start: RegExp, look: Look][] = [
  [/^89504e47/, { code: 'looks-picture', detail: 'PNG' }],
  [/^ffd8ff/, { code: 'looks-picture', detail: 'JPEG' }],
  [/^47494638/, { code: 'looks-picture', detail: 'GIF' }],
  [/^52494646.{8}57454250/, { code: 'looks-picture', detail: 'WebP' }],
  [/^.{8}66747970(68656963|6d696631|61766966)/, { code: 'looks-picture', detail: 'HEIC, AVIF' }],
  [/^25504446/, { code: 'looks-pdf' }],
  [/^d0cf11e0/, { code: 'looks-office' }],
  [/^7b5c727466/, { code: 'looks-document', detail: 'RTF' }],
  [/^(526172211a|377abcaf271c|425a68|fd377a585a|28b52ffd)/, { code: 'looks-archive' }],
]

function byFirstBytes(bytes: Uint8Array): Look | null {
  if (bytes.length === 0) return { code: 'looks-empty' }
  if (isZip(bytes)) return inZip(namesInZip(bytes) ?? [], bytes)
  const start = Buffer.from(bytes.subarray(0, 12)).toString('hex')
  const [, known] = beginnings.find(([pattern]) => pattern.test(start)) ?? []
  if (known) return known
  return Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar' ? { code: 'looks-archive' } : null
}

function inZip(names: string[], bytes: Uint8Array): Look {
  if (!isOfficeFile(names)) return { code: 'looks-archive' }
  const kind = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const holds = (folder: string, type: string) => names.some((name) => name.startsWith(folder)) || kind.includes(type)
  if (holds('word/', 'opendocument.text')) return { code: 'looks-document' }
  return holds('ppt/', 'opendocument.presentation')
    ? { code: 'looks-presentation' }
    : { code: holds('xl/', 'opendocument.spreadsheet') ? 'looks-office' : 'looks-archive' }
}

function byText(file: ImportFile): Look {
  const json = readJson(file)
  if (json.ok) return inJson(json.value)
  if (json.code !== 'not-json') return { code: json.code }
  const text = decodeText(file.bytes).text.trimStart()
  if (text === '') return { code: 'looks-empty' }
  if (/^[[{]/.test(text)) return { code: 'json-broken' }
  if (/^BEGIN:VCARD/i.test(text)) return { code: 'looks-contacts' }
  if (/^BEGIN:V/i.test(text)) return { code: 'looks-calendar' }
  if (/^<(!doctype html|html|head|body|div|p|table|script)\b/i.test(text)) return { code: 'looks-page' }
  const root = /^(?:<[?!][^>]*>\s*)*<([\w:.-]{1,60})/.exec(text)?.[1]
  if (root) return root.toLowerCase() === 'html' ? { code: 'looks-page' } : { code: 'looks-xml', detail: root }
  // Controls that no text has.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 2000))) return { code: 'looks-binary' }
  return { code: 'looks-text', detail: text.slice(0, 60).replace(/\s+/g, ' ') }
}

const list = z.array(z.unknown())
const entry = z.record(z.string(), z.unknown())

/** The keys of what it holds; of talks with a text and nobody's time it is a call for papers. */
function inJson(value: unknown): Look {
  const keys = Object.keys(entry.safeParse(value).data ?? {})
  const lists = [value, ...Object.values(entry.safeParse(value).data ?? {})].flatMap(
    (of) => list.safeParse(of).data ?? [],
  )
  const entries = lists.slice(0, 50).flatMap((of) => {
    const { data } = entry.safeParse(of)
    return data ? [data] : []
  })
  const names = new Set(entries.flatMap((of) => Object.keys(of)))
  const hasTime = [...names].some((name) => /start|begin|date|time|slot|day|hour/i.test(name))
  const isTalk = names.has('title') && [...names].some((name) => /abstract|description|speaker|proposal/i.test(name))
  if (isTalk && !hasTime) return { code: 'looks-proposals', detail: String(lists.length) }
  if (keys.length === 0 && entries.length === 0) return { code: 'looks-empty' }
  return { code: 'looks-json', detail: (keys.length > 0 ? keys : [...names]).slice(0, 8).join(', ') }
}
