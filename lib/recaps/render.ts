import { createHash } from 'node:crypto'
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { common, createLowlight } from 'lowlight'
import { LRUCache } from 'lru-cache'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { readMarkdown } from '@/lib/platform/markdown'
import type { TextAddresses } from './addresses'
import { sizedPicture } from './photo-sizes'
import type { Content } from './schema'
import { photoIdOf, sessionNumberOf } from './text-links'

const lowlight = createLowlight(common)
const writer = unified().use(rehypeStringify)

// A long recap takes a fifth of a second, and a feed holds fifty.
const written = new LRUCache<string, string>({ maxSize: 16 * 1024 * 1024, sizeCalculation: (html) => html.length + 1 })

// Grammars are patterns of others': a larger text is shown without colours.
const MOST_HIGHLIGHTED = 20_000

type Written = Pick<Content, 'text' | 'photos'>

/**
 * A recap's Markdown as HTML that is safe to show: what lib/platform/markdown.ts lets through, its own photos with their
 * sizes, links to sessions, and code with a class for each kind of word. There is no h1. Made once for as long as it says the same.
 */
export function recapHtml(content: Written, at: TextAddresses): string {
  const key = createHash('sha256').update(JSON.stringify([content.text, content.photos, at.photo(''), at.session(0)])).digest('base64')
  const known = written.get(key)
  if (known !== undefined) return known
  const html = writer.stringify(render(content, at))
  written.set(key, html)
  return html
}

function render({ text, photos }: Written, at: TextAddresses): Root {
  const pictures = new Map(photos.map((photo) => [photo.id, sizedPicture(photo, at.photo)]))
  const bySource = new Map([...pictures.values()].map((picture) => [picture.src, picture]))
  const tree = readMarkdown(text, {
    pictureOf: (url) => {
      const picture = pictures.get(photoIdOf(url) ?? '')
      return picture ? { src: picture.src, width: picture.width, height: picture.height } : null
    },
    linkOf: (url) => {
      const number = sessionNumberOf(url)
      return number === null ? null : at.session(number)
    },
  })
  const sized = (picture: Element): Element => ({ ...picture, properties: { ...picture.properties, ...bySource.get(String(picture.properties.src)) } })
  return { ...tree, children: orderHeadings(finish(tree.children, sized)) }
}

/** Headings without gaps below the page's h1, whatever signs their author likes: those who jump from one to the next must not wonder what is missing. */
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

function finish<Node extends RootContent | ElementContent>(nodes: Node[], sized: (picture: Element) => Element): (Node | Element)[] {
  return nodes.map((node): Node | Element => {
    if (node.type !== 'element') return node
    if (node.tagName === 'pre') return highlighted(node)
    const [only] = node.children
    if (node.tagName === 'p' && node.children.length === 1 && only?.type === 'element' && only.tagName === 'img') return figureOf(sized(only))
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
  const said: Element[] = caption ? [{ type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: caption }] }] : []
  // Said once: the caption is read out with the figure.
  return { type: 'element', tagName: 'figure', properties: {}, children: [{ ...picture, properties: { ...picture.properties, alt: '' } }, ...said] }
}

function highlighted(pre: Element): Element {
  const [code] = pre.children
  // Wide code is scrolled, with a keyboard too.
  const properties = { ...pre.properties, tabIndex: 0 }
  if (code?.type !== 'element') return { ...pre, properties }
  const classes = code.properties.className
  const language = (Array.isArray(classes) ? classes : []).map(String).find((name) => name.startsWith('language-'))?.slice('language-'.length)
  const text = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  if (!language || !lowlight.registered(language) || text.length > MOST_HIGHLIGHTED) return { ...pre, properties }
  const children = lowlight.highlight(language, text).children.filter((child) => child.type === 'element' || child.type === 'text')
  return { ...pre, properties, children: [{ ...code, children }] }
}
