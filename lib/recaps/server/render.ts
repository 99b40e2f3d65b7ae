import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { plainTree } from '@/lib/platform/markdown/tangled-markdown'
import type { TextAddresses } from '../addresses'
import { sizedPicture } from '../photo-sizes'
import { recapWords } from '../recap-words'
import { writeHtml, type RecapText } from '../render-text'
import { renderApart } from './render-thread'
import type { Content } from '../schema'
import { sessionNumbersOf } from '../text-links'

// A long recap takes a fifth of a second, and a feed holds fifty.
const written = new LRUCache<string, string>({ maxSize: 16 * 1024 * 1024, sizeCalculation: (html) => html.length + 1 })

type Written = Pick<Content, 'text' | 'photos' | 'language'>

/**
 * A recap's Markdown as HTML that is safe to show (render-text.ts). There is no h1. Made once for as long as it says
 * the same, in a thread of its own; what would take too long there is shown as it was typed.
 */
export async function recapHtml(content: Written, at: TextAddresses): Promise<string> {
  const material = materialOf(content, at)
  const key = createHash('sha256')
    .update(JSON.stringify([material.text, [...material.pictures], [...material.sessions], material.whyAsTyped]))
    .digest('base64')
  const known = written.get(key)
  if (known !== undefined) return known
  const html =
    (await renderApart({ kind: 'page', ...material })) ?? writeHtml(plainTree(material.text, material.whyAsTyped))
  written.set(key, html)
  return html
}

function materialOf({ text, photos, language }: Written, at: TextAddresses): RecapText {
  const sessions = sessionNumbersOf(text).flatMap((number): [number, string][] => {
    const address = at.session(number)
    return address === null ? [] : [[number, address]]
  })
  return {
    text,
    pictures: new Map(photos.map((photo) => [photo.id, sizedPicture(photo, at.photo)])),
    sessions: new Map(sessions),
    whyAsTyped: recapWords(language)('asTyped'),
  }
}
