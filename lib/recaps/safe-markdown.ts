import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { isTangled } from '@/lib/platform/tangled-markdown'
import { plainMarkdown } from './markdown-text'
import { photoIdOf } from './photo-links'

const reader = unified().use(remarkParse).use(remarkGfm)
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', fences: true, emphasis: '*', rule: '-' })

/**
 * A recap's Markdown for a place that would let HTML and any link through: what looks like HTML is text, links lead to http,
 * https and mailto, and pictures are our own.
 * @param photoPath where a photo is there; null for one that is not
 */
export function safeMarkdown(markdown: string, photoPath: (id: string) => string | null): string {
  if (isTangled(markdown)) return markdown.split('\n').map(plainMarkdown).join('\n')
  const tree: Root = reader.parse(markdown)
  return writer.stringify({ ...tree, children: safe(tree.children, { photoPath, isLine: false }) })
}

/** Where the nodes stand: among blocks, or within a line. */
type Place = { photoPath: (id: string) => string | null; isLine: boolean }

const lines: readonly string[] = ['paragraph', 'heading', 'link', 'linkReference', 'emphasis', 'strong', 'delete', 'tableCell'] satisfies Nodes['type'][]

// What a node may hold depends on what it is; each is put back where it came from, or in place of another of its kind.
function safe<Node extends RootContent>(nodes: Node[], place: Place): (Node | PhrasingContent | Paragraph)[] {
  return nodes.flatMap((node): (Node | PhrasingContent | Paragraph)[] => {
    // A text among blocks would be written as it is.
    if (node.type === 'html') return [place.isLine ? { type: 'text', value: node.value } : { type: 'paragraph', children: [{ type: 'text', value: node.value }] }]
    if (node.type === 'image') return [pictureOf(node.url, node.alt ?? '', place.photoPath)]
    if (node.type === 'imageReference') return [{ type: 'text', value: node.alt ?? '' }]
    if (node.type === 'definition') return isSafe(node.url) ? [node] : []
    if (node.type === 'link' && !isSafe(node.url)) return safe(node.children, { ...place, isLine: true })
    if (node.type === 'code') return [{ ...node, meta: null, lang: /^[\w+#-]{1,30}$/.test(node.lang ?? '') ? node.lang : null }]
    return ['children' in node ? { ...node, children: safe(childrenOf(node), { ...place, isLine: lines.includes(node.type) }) } : node]
  })
}

function pictureOf(url: string, alt: string, photoPath: (id: string) => string | null): PhrasingContent {
  const id = photoIdOf(url)
  const path = id === null ? null : photoPath(id)
  if (path !== null) return { type: 'image', url: path, alt }
  return isSafe(url) ? { type: 'link', url, children: [{ type: 'text', value: alt || url }] } : { type: 'text', value: alt }
}

function childrenOf(node: Nodes): RootContent[] {
  return 'children' in node ? node.children : []
}

function isSafe(url: string): boolean {
  return /^(https?:|mailto:)/i.test(url)
}
