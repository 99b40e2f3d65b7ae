import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { looksLike } from './looks-like'

const said = (bytes: Uint8Array) => {
  const { code, detail } = looksLike({ name: 'x', bytes })
  return detail ? `${code} ${detail}` : code
}
const binary = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const text = (words: string) => new TextEncoder().encode(words)
const zipped = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, text('x')])))

it.each([
  ['looks-empty', text('')],
  ['looks-empty', text(' \n')],
  ['looks-empty', text('[]')],
  ['looks-picture PNG', binary('89504e470d0a1a0a')],
  ['looks-picture WebP', binary('524946460000000057454250')],
  ['looks-pdf', text('%PDF-1.7')],
  ['looks-office', binary('d0cf11e0a1b11ae1')],
  ['looks-office', zipped('[Content_Types].xml', 'xl/workbook.xml')],
  ['looks-document', zipped('[Content_Types].xml', 'word/document.xml')],
  ['looks-document RTF', text('{\\rtf1')],
  ['looks-presentation', zipped('[Content_Types].xml', 'ppt/presentation.xml')],
  ['looks-archive', zipped('a.zip')],
  ['looks-archive', binary('377abcaf271c')],
  ['looks-page', text('<!DOCTYPE html><p>Programme')],
  ['looks-page', text('<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">')],
  ['looks-xml rss', text('<?xml version="1.0"?>\n<rss version="2.0">')],
  ['looks-contacts', text('BEGIN:VCARD')],
  ['looks-calendar', text('BEGIN:VCALENDAR')],
  ['json-too-deep', text('['.repeat(200))],
  ['json-too-many', text(`[${'1,'.repeat(2_000_001)}1]`)],
  ['json-broken', text('{"sessions": [')],
  ['looks-json name, rows', text('{"name": "x", "rows": [1]}')],
  ['looks-json id, name', text('[{"id": 1, "name": "x"}]')],
  ['looks-proposals 2', text('{"talks": [{"title": "A", "abstract": "a"}, {"title": "B"}]}')],
  ['looks-json title, speaker, startsAt', text('[{"title": "A", "speaker": "B", "startsAt": 1}]')],
  ['looks-text Hello there', text('Hello\nthere')],
  ['looks-binary', binary('00010203')],
])('says %s', (expected, bytes) => {
  expect(said(bytes)).toBe(expected)
})
