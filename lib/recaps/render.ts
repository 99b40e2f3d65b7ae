import type { Element, ElementContent, Root, RootContent } from 'hast'
import { common, createLowlight } from 'lowlight'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { readMarkdown } from '@/lib/platform/markdown'
import { photoIdOf } from './photo-links'
import type { Content } from './schema'

const lowlight = createLowlight(common)
const writer = unified().use(rehypeStringify)

// Grammars are patterns of others': a larger text is shown without colours.
const MOST_HIGHLIGHTED = 20_000

/**
 * A recap's Markdown as a tree that is safe to show: what lib/platform/markdown.ts lets through, its own photos with their
 * sizes, and code with a class for each kind of word. There is no h1.
 * @param photoUrl the address of a photo by its id
 */
export function renderRecap({ text, photos }: Pick<Content, 'text' | 'photos'>, photoUrl: (id: string) => string): Root {
  const byId = new Map(photos.map((photo) => [photo.id, photo]))
  const tree = readMarkdown(text, {
    pictureOf: (url) => {
      const photo = byId.get(photoIdOf(url) ?? '')
      return photo ? { src: photoUrl(photo.id), width: photo.width, height: photo.height } : null
    },
  })
  return { ...tree, children: orderHeadings(finish(tree.children)) }
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

/** The same as HTML. */
export function recapHtml(content: Pick<Content, 'text' | 'photos'>, photoUrl: (id: string) => string): string {
  return writer.stringify(renderRecap(content, photoUrl))
}

function finish<Node extends RootContent | ElementContent>(nodes: Node[]): (Node | Element)[] {
  return nodes.map((node): Node | Element => {
    if (node.type !== 'element') return node
    if (node.tagName === 'pre') return highlighted(node)
    const [only] = node.children
    if (node.tagName === 'p' && node.children.length === 1 && only?.type === 'element' && only.tagName === 'img') return figureOf(only)
    return { ...node, children: finish(node.children) }
  })
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
