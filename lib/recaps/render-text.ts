import type { Element, ElementContent, Root, RootContent } from 'hast'
import { common, createLowlight } from 'lowlight'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { readMarkdown } from '@/lib/platform/markdown/markdown'
import type { sizedPicture } from './photo-sizes'
import { photoIdOf, sessionNumberOf } from './text-links'

const lowlight = createLowlight(common)
const writer = unified().use(rehypeStringify)

// Grammars are patterns of others': a larger text is shown without colours.
const MOST_HIGHLIGHTED = 20_000

/** A recap's Markdown with all that it names, as one message for a thread. */
export type RecapText = {
  text: string
  /** Its photos, by their ids. */
  pictures: ReadonlyMap<string, ReturnType<typeof sizedPicture>>
  /** The addresses of sessions, by their numbers. */
  sessions: ReadonlyMap<number, string>
  /** Stands above a text that is shown as it was typed. */
  whyAsTyped: string
}

/**
 * Safe HTML: what lib/platform/markdown lets through, its own photos with their sizes, links to sessions, and code
 * with a class for each kind of word.
 */
export function renderText({ text, pictures, sessions, whyAsTyped }: RecapText): string {
  const bySource = new Map([...pictures.values()].map((picture) => [picture.src, picture]))
  const tree = readMarkdown(text, {
    whyAsTyped,
    pictureOf: (url) => {
      const picture = pictures.get(photoIdOf(url) ?? '')
      return picture ? { src: picture.src, width: picture.width, height: picture.height } : null
    },
    linkOf: (url) => {
      const number = sessionNumberOf(url)
      return number === null ? null : (sessions.get(number) ?? null)
    },
  })
  const sized = (picture: Element): Element => ({
    ...picture,
    properties: { ...picture.properties, ...bySource.get(String(picture.properties.src)) },
  })
  return writeHtml({ ...tree, children: orderHeadings(finish(tree.children, sized)) })
}

/** A tree as HTML. */
export function writeHtml(tree: Root): string {
  return writer.stringify(tree)
}

/**
 * Headings without gaps below the page's h1, whatever signs their author likes: those who jump from one to the next
 * must not wonder what is missing.
 */
function orderHeadings<Node extends RootContent | ElementContent>(nodes: Node[]): Node[] {
  const used = [...new Set(nodes.flatMap((node) => levelOf(node) ?? []))].sort()
  let before = 1
  return nodes.map((node) => {
    const level = levelOf(node)
    if (level === null) return node
    before = Math.min(used.indexOf(level) + 2, before + 1)
    return { ...node, tagName: `h${before}` }
  })
}

function levelOf(node: RootContent | ElementContent): number | null {
  const level = node.type === 'element' ? /^h([2-6])$/.exec(node.tagName)?.[1] : undefined
  return level ? Number(level) : null
}

function finish<Node extends RootContent | ElementContent>(
  nodes: Node[],
  sized: (picture: Element) => Element,
): (Node | Element)[] {
  return nodes.map((node): Node | Element => {
    if (node.type !== 'element') return node
    if (node.tagName === 'pre') return highlighted(node)
    const [only] = node.children
    if (node.tagName === 'p' && node.children.length === 1 && only?.type === 'element' && only.tagName === 'img')
      return figureOf(sized(only))
    if (node.tagName === 'img') return sized(node)
    if (node.properties.align) return { ...aligned(node), children: finish(node.children, sized) }
    return { ...node, children: finish(node.children, sized) }
  })
}

/** A table's column to the middle or the right, by the style sheet: HTML has no other way any more. */
function aligned({ properties: { align, ...properties }, ...cell }: Element): Element {
  return { ...cell, properties: { ...properties, className: [`align-${String(align)}`] } }
}

/** A picture on a line of its own, with what is said of it below. */
function figureOf(picture: Element): Element {
  const caption = String(picture.properties.alt ?? '')
  const said: Element[] = caption
    ? [{ type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: caption }] }]
    : []
  // Said once: the caption is read out with the figure.
  return {
    type: 'element',
    tagName: 'figure',
    properties: {},
    children: [{ ...picture, properties: { ...picture.properties, alt: '' } }, ...said],
  }
}

function highlighted(pre: Element): Element {
  const [code] = pre.children
  // Wide code is scrolled, with a keyboard too.
  const properties = { ...pre.properties, tabIndex: 0 }
  if (code?.type !== 'element') return { ...pre, properties }
  const classes = code.properties.className
  const language = (Array.isArray(classes) ? classes : [])
    .map(String)
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
  const text = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  if (!language || !lowlight.registered(language) || text.length > MOST_HIGHLIGHTED) return { ...pre, properties }
  const children = lowlight
    .highlight(language, text)
    .children.filter((child) => child.type === 'element' || child.type === 'text')
  return { ...pre, properties, children: [{ ...code, children }] }
}
