import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { parseBounded } from '@/lib/platform/markdown/markdown'
import { plainMarkdown } from './markdown-text'
import { photoIdOf, sessionNumberOf } from './text-links'

const reader = unified().use(remarkParse).use(remarkGfm)
// Aligned, each row of a table would be as wide as its widest.
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', fences: true, emphasis: '*', rule: '-' })

/** Where photos, by their ids, and sessions, by their numbers, are from there. */
type Paths = { photos: ReadonlyMap<string, string>; sessions: ReadonlyMap<number, string> }

/** A recap's Markdown with all that it names, as one message for a thread. */
export type PostText = Paths & { text: string }

/**
 * A recap's Markdown for a place that would let HTML and any link through: what looks like HTML is text, links lead to
 * http, https and mailto, and pictures are our own. What is too much to read is given as it was typed.
 */
export function safeMarkdown({ text, ...paths }: PostText): string {
  const tree = parseBounded(reader, text)
  return tree
    ? writer.stringify({ ...tree, children: safe(tree.children, { paths, isLine: false }) })
    : markdownAsTyped(text)
}

/** Markdown that reads as exactly what was typed, line by line. */
export function markdownAsTyped(text: string): string {
  return text.split('\n').map(plainMarkdown).join('\n')
}

/** Where the nodes stand: among blocks, or within a line. */
type Place = { paths: Paths; isLine: boolean }

const lines: readonly string[] = [
  'paragraph',
  'heading',
  'link',
  'linkReference',
  'emphasis',
  'strong',
  'delete',
  'tableCell',
] satisfies Nodes['type'][]

// What a node may hold depends on what it is; each is put back where it came from, or in place of another of its kind.
function safe<Node extends RootContent>(nodes: Node[], place: Place): (Node | PhrasingContent | Paragraph)[] {
  return nodes.flatMap((node): (Node | PhrasingContent | Paragraph)[] => {
    // A text among blocks would be written as it is.
    if (node.type === 'html')
      return [
        place.isLine
          ? { type: 'text', value: node.value }
          : { type: 'paragraph', children: [{ type: 'text', value: node.value }] },
      ]
    if (node.type === 'image') return [pictureOf(node.url, node.alt ?? '', place.paths)]
    if (node.type === 'imageReference') return [{ type: 'text', value: node.alt ?? '' }]
    if (node.type === 'definition') return isSafe(node.url) ? [node] : []
    if (node.type === 'link' && !isSafe(addressOf(node.url, place.paths)))
      return safe(node.children, { ...place, isLine: true })
    if (node.type === 'code')
      return [{ ...node, meta: null, lang: /^[\w+#-]{1,30}$/.test(node.lang ?? '') ? node.lang : null }]
    const known = node.type === 'link' ? { ...node, url: addressOf(node.url, place.paths) } : node
    return [
      'children' in known
        ? { ...known, children: safe(childrenOf(known), { ...place, isLine: lines.includes(known.type) }) }
        : known,
    ]
  })
}

/** Where a link leads to: for one to a session that is its address, if it has one. */
function addressOf(url: string, { sessions }: Paths): string {
  const number = sessionNumberOf(url)
  return number === null ? url : (sessions.get(number) ?? '')
}

function pictureOf(url: string, alt: string, { photos }: Paths): PhrasingContent {
  const id = photoIdOf(url)
  const path = photos.get(id ?? '')
  if (path !== undefined) return { type: 'image', url: path, alt }
  return isSafe(url)
    ? { type: 'link', url, children: [{ type: 'text', value: alt || url }] }
    : { type: 'text', value: alt }
}

function childrenOf(node: Nodes): RootContent[] {
  return 'children' in node ? node.children : []
}

function isSafe(url: string): boolean {
  return /^(https?:|mailto:)/i.test(url)
}
