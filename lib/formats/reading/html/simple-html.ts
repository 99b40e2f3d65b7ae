import { decodeHTMLStrict } from 'entities'

const tag = /<(\/?)(p|ul|li|strong|em|b|i|code|a)(?: href="(https?:\/\/[^"<>&\s]+)")?>/g
/** Entities but those of which everything that reads HTML makes the same; and spaces that are none to a browser. */
const notSimple = /&(?!(?:amp|lt|gt|quot|apos|#39|#x27);)|[\f\u00a0\u200b\u2028\u2029]/
/** As little as stands between two blocks without leaving an empty line. */
const betweenBlocks = /^[ \t]*(?:\n[ \t]*){0,2}$/

/**
 * HTML as most editors write it, as text, several times sooner than by a parser that knows all of it: paragraphs, lists
 * of one level, marks within them, and web links. It gives what that parser would give.
 * @param html its line ends are "\n"
 * @returns null for any other HTML
 */
export function readSimpleHtml(html: string): string | null {
  if (notSimple.test(html)) return null
  const reading = new SimpleHtml()
  let at = 0
  for (const { 0: whole, 1: slash, 2: name = '', 3: href, index } of html.matchAll(tag)) {
    const isEnd = slash !== ''
    const isLink = name === 'a' && !isEnd
    if ((href !== undefined) !== isLink) return null
    if (!reading.addText(html.slice(at, index)) || !reading.addTag(name, isEnd, href ?? '')) return null
    at = index + whole.length
  }
  return reading.addText(html.slice(at)) ? reading.finish() : null
}

/** What was read so far. Each step says whether it is simple still. */
class SimpleHtml {
  readonly #blocks: string[] = []
  #entries: string[] | null = null
  #open: 'p' | 'li' | null = null
  #inner = ''
  /** Where the first and the last tag stand in it. */
  #marked: { first: number; last: number } | null = null
  readonly #marks = new Map<string, number>()
  #link: { href: string; from: number } | null = null

  addText(text: string): boolean {
    if (text.includes('<')) return false
    if (this.#open === null) return betweenBlocks.test(text)
    this.#inner += text
    return true
  }

  addTag(name: string, isEnd: boolean, href: string): boolean {
    if (name === 'ul') return isEnd ? this.#endList() : this.#beginList()
    if (name === 'p' || name === 'li') return isEnd ? this.#endBlock(name) : this.#beginBlock(name)
    if (this.#open === null) return false
    this.#marked = { first: this.#marked?.first ?? this.#inner.length, last: this.#inner.length }
    if (name === 'a') return isEnd ? this.#endLink() : this.#beginLink(href)
    this.#marks.set(name, (this.#marks.get(name) ?? 0) + (isEnd ? -1 : 1))
    return this.#link === null
  }

  finish(): string | null {
    const isOver = this.#open === null && this.#entries === null && this.#blocks.length > 0
    return isOver && [...this.#marks.values()].every((open) => open === 0) ? this.#blocks.join('\n\n') : null
  }

  #beginList(): boolean {
    if (this.#open !== null || this.#entries !== null) return false
    this.#entries = []
    return true
  }

  #endList(): boolean {
    if (this.#open !== null || this.#entries === null || this.#entries.length === 0) return false
    this.#blocks.push(this.#entries.join('\n'))
    this.#entries = null
    return true
  }

  #beginBlock(name: 'p' | 'li'): boolean {
    if (this.#open !== null || (name === 'li') !== (this.#entries !== null)) return false
    this.#open = name
    this.#inner = ''
    this.#marked = null
    return true
  }

  #endBlock(name: 'p' | 'li'): boolean {
    if (this.#open !== name || this.#link !== null) return false
    this.#open = null
    const text = this.#hasMarkedEdge() ? null : linesOf(this.#inner)
    if (text === null) return false
    if (this.#entries === null) this.#blocks.push(text)
    else this.#entries.push(`- ${text}`)
    // The lines of an entry would be indented.
    return this.#entries === null || !text.includes('\n')
  }

  /** A line break counts at the edge of a block where a tag stands between them. */
  #hasMarkedEdge(): boolean {
    if (this.#marked === null) return false
    const before = this.#inner.slice(0, this.#inner.length - this.#inner.trimStart().length)
    const after = this.#inner.slice(this.#inner.trimEnd().length)
    const { first, last } = this.#marked
    return (
      (before.includes('\n') && first <= before.length) ||
      (after.includes('\n') && last >= this.#inner.length - after.length)
    )
  }

  #beginLink(href: string): boolean {
    if (this.#link !== null) return false
    this.#link = { href, from: this.#inner.length }
    return true
  }

  #endLink(): boolean {
    if (this.#link === null) return false
    const { href, from } = this.#link
    const text = plain(this.#inner.slice(from)).replace(/\s+/g, '')
    if (text !== href) this.#inner += ` (${href})`
    if (this.#marked) this.#marked.last = this.#inner.length
    this.#link = null
    return text !== ''
  }
}

/** What stands in a block, its lines without space around them; null where it begins or ends with an empty one. */
function linesOf(html: string): string | null {
  const text = plain(html)
    .replace(/[\t ]{2,}|\t/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[ \n]|[ \n]$/g, '')
  return text === '' || /^\n|\n$/.test(text) ? null : text
}

function plain(html: string): string {
  return html.includes('&') ? decodeHTMLStrict(html) : html
}
