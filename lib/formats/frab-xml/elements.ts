import { SaxesParser } from 'saxes'

/** An element with all that stands in it. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  /** Its own text, without that of its children; at most 200,000 characters. */
  text: string
  children: XmlElement[]
}

export type OuterElement = Pick<XmlElement, 'name' | 'attributes'>

/** Where reading ended before the end, and why. */
export type XmlFault = { line: number; code: 'xml-broken' | 'file-cut-short' | 'too-deep'; detail: string }

export type XmlHandlers = {
  /** Names of the elements that are given whole, as soon as they end; of those around them only the beginnings. */
  whole: ReadonlySet<string>
  /**
   * @param line where the element begins
   * @returns whether to read on
   */
  onElement: (element: XmlElement, line: number, outer: readonly OuterElement[]) => boolean
}

const CHUNK = 65_536
const LOOK = 1_024
const MOST_TEXT = 200_000
/** Deeper and larger than any schedule. */
const MOST_DEPTH = 60
const MOST_CHILDREN = 5_000
const MOST_ATTRIBUTES = 200
const MOST_FAULTS = 10_000

/** Faults that cost nothing of what is read: of characters, entities, a comment, or text around the root. */
const harmlessWords = 'entity|: disallowed character\\.$|]]>|comment|duplicate attribute|outside of root'
const harmless = new RegExp(`${harmlessWords}|XML declaration|processing instruction`)

/**
 * Reads XML from its beginning and gives its elements as they end; never more of the tree than one of them is built.
 * Entities that a file defines are not known: their references stay text, and so does a bare "&".
 * @returns null when all was read, or enough; else the fault at which reading ended
 */
export function readElements(text: string, { whole, onElement }: XmlHandlers): XmlFault | null {
  const parser = new SaxesParser()
  const outer: OuterElement[] = []
  const open: XmlElement[] = []
  let line = 0
  let count = 0
  let depth = 0
  let attributes = 0
  let faults = 0
  let isOver = false
  let fault: XmlFault | null = null
  const stop = (code: XmlFault['code'], detail: string) => {
    if (!isOver) fault = { line: parser.line, code, detail }
    isOver = true
  }

  parser.on('error', ({ message }) => {
    if (isOver || (harmless.test(message) && ++faults <= MOST_FAULTS)) return
    const isCut = /unclosed tag|unexpected end/.test(message)
    stop(isCut ? 'file-cut-short' : 'xml-broken', message.replace(/^\d+:\d+: /, ''))
  })
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) stop('xml-broken', `> ${MOST_ATTRIBUTES} attributes`)
  })
  parser.on('opentag', ({ name, attributes: of }) => {
    attributes = 0
    if (isOver) return
    if (++depth > MOST_DEPTH) return stop('too-deep', `<${name}>`)
    const around = open.at(-1)
    if (!around && !whole.has(name)) return void outer.push({ name, attributes: of })
    const element = { name, attributes: of, text: '', children: [] }
    if (!around) [line, count] = [parser.line, 0]
    else if (++count <= MOST_CHILDREN) around.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (isOver) return
    depth--
    const element = open.pop()
    if (!element) return void outer.pop()
    if (open.length === 0 && !onElement(element, line, outer)) isOver = true
  })
  const addText = (more: string) => {
    const element = open.at(-1)
    if (element && element.text.length < MOST_TEXT) element.text += more.slice(0, MOST_TEXT - element.text.length)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)

  const known = withoutBareAmpersands(text)
  for (let at = 0; at < known.length && !isOver; at += CHUNK) parser.write(known.slice(at, at + CHUNK))
  if (!isOver) parser.close()
  return fault
}

/** Of the first of them, each: of many more it is no matter what they were meant for. */
function withoutBareAmpersands(text: string): string {
  const reference = /&(?:#\d{1,8}|#x[\da-f]{1,6}|[a-z][\w.-]{0,40});/iy
  const parts: string[] = []
  let from = 0
  for (let at = text.indexOf('&'); at >= 0 && parts.length < 2 * MOST_FAULTS; at = text.indexOf('&', at + 1)) {
    reference.lastIndex = at
    if (reference.test(text)) continue
    parts.push(text.slice(from, at), '&amp;')
    from = at + 1
  }
  return parts.join('') + text.slice(from)
}

/** The name of the first element, found without reading on; null when there is none. */
export function rootOf(text: string): string | null {
  let root: string | null = null
  const parser = new SaxesParser()
  parser.on('error', () => undefined)
  parser.on('opentagstart', ({ name }) => {
    root ??= name
  })
  for (let at = 0; at < text.length && root === null; at += LOOK) parser.write(text.slice(at, at + LOOK))
  return root
}
