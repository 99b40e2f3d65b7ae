import { load } from 'cheerio'
import { cleanLine, cleanText } from '@/lib/platform/clean-text'

// Bounded or exclusive repetitions only: a hostile file must not make these crawl.
const links = /<a\s[^<>]{0,500}?href=["']?(https?:[^"'\s<>]{1,2000})[^<>]{0,500}>((?:[^<]|<(?!\/?a[\s>]))*)<\/a>/gi
const blocks = /<\/(?:p|div|h[1-6]|ul|ol|table|tr|blockquote|section)\s*>/gi
const breaks = /<br\s*\/?>|<\/li\s*>/gi
const items = /<li(?:\s[^<>]*)?>/gi
const formatting = /<\/?(?:p|div|span|h[1-6]|ul|ol|table|thead|tbody|tr|td|th|blockquote|section|b|i|u|s|em|strong|small|sub|sup|code|pre|a|img|font|hr)(?:\s[^<>]*)?\/?>/gi

/** A one-line text that may hold HTML entities (title, name) as plain text; what looks like a tag is text. "" when nothing is left. */
export function plainLine(text: string): string {
  return cleanLine(decodeEntities(text)) ?? ''
}

/** A description that was HTML as plain text: entities decoded, formatting tags made line breaks or nothing. Any other "<" is text. */
export function plainText(html: string): string | null {
  const linked = html.replace(/\r\n?/g, '\n').replace(links, (_, url: string, label: string) => (label.trim() === url ? url : `${label} (${url})`))
  const flat = linked.replace(items, '- ').replace(breaks, '\n').replace(blocks, '\n\n').replace(formatting, '')
  const lines = decodeEntities(flat).replace(/\u00a0/g, ' ').split('\n').map((line) => line.trimEnd())
  return cleanText(lines.join('\n').replace(/\n{3,}/g, '\n\n'))
}

const entities = new Map<string, string>()

/** Only entities that end with ";": "&copy=1" in an address is no copyright sign. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    const decoded = entities.get(entity) ?? load(entity, null, false).root().text()
    // Named ones are few; numbers are not, and would let a file fill the memory.
    if (!entity.includes('#')) entities.set(entity, decoded)
    return decoded
  })
}
