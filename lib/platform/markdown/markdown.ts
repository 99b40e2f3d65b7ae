import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype, { type Options as RehypeOptions } from 'remark-rehype'
import { unified } from 'unified'
import { isOvergrown, isSwollen, isTangled, plainTree } from './tangled-markdown'

/** What people's Markdown may become; everything else is dropped, whatever it was written as. */
export const allowedElements = [
  'p',
  'br',
  'em',
  'strong',
  'del',
  'a',
  'blockquote',
  'ul',
  'ol',
  'li',
  'code',
  'pre',
  'hr',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
]

const schema: Schema = {
  tagNames: allowedElements,
  attributes: {
    a: ['href', 'rel'],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  required: {},
  strip: [],
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
}

/** The same with pictures of our own, and with the names of the languages that code is in. */
const illustratedSchema: Schema = {
  ...schema,
  tagNames: [...allowedElements, 'img'],
  attributes: {
    ...schema.attributes,
    img: ['src', 'alt', 'width', 'height', ['loading', 'lazy']],
    code: [['className', /^language-[\w+#-]{1,30}$/]],
  },
  protocols: { ...schema.protocols, src: ['http', 'https'] },
}

// HTML is shown as it was typed ("use <T>"); a picture becomes a link to it, since loading one would tell its host who
// reads what.
const handlers: RehypeOptions['handlers'] = {
  html: (_state, node: { value: string }) => ({ type: 'text', value: node.value }),
  image: (_state, node: { url: string; alt?: string | null }) => ({
    type: 'element',
    tagName: 'img',
    properties: { src: node.url, alt: node.alt ?? '' },
    children: [],
  }),
  imageReference: (_state, node: { alt?: string | null; label?: string | null }) => ({
    type: 'text',
    value: node.alt || node.label || '',
  }),
  footnoteReference: (_state, node: { label?: string | null }) => ({ type: 'text', value: `[${node.label ?? ''}]` }),
}

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { handlers })
const cleaner = unified().use(rehypeSanitize, schema)
const illustratedCleaner = unified().use(rehypeSanitize, illustratedSchema)
const writer = unified().use(rehypeStringify)

/** A picture of our own: where it is, and its size in pixels. */
export type OwnPicture = { src: string; width: number; height: number }
type PictureOf = (url: string) => OwnPicture | null
type LinkOf = (url: string) => string | null

type Options = {
  /** How much lower headings are: 1 makes "#" an h2. There is never an h1. */
  headingShift?: number
  /** Our own picture under an address of the text; any other becomes a link. Without this all do. */
  pictureOf?: PictureOf
  /** Our own address for one that a link of the text names in another way; null: it names none. */
  linkOf?: LinkOf
  /** A sentence that says why a text is shown as it was typed, to stand above it. */
  whyAsTyped?: string
}

/**
 * Markdown of anybody as a tree that is safe to show: no HTML, no pictures, no scripts, links to http, https and mailto
 * only. A line break is a line break. A text that would take too long to read, or become too large or too deep, is
 * shown as it was typed.
 */
export function readMarkdown(markdown: string, options: Options = {}): Root {
  return formatted(markdown, options) ?? plainTree(markdown, options.whyAsTyped)
}

/** Null when it is over a bound. */
function formatted(markdown: string, { headingShift = 1, pictureOf, linkOf }: Options): Root | null {
  const parsed = parseBounded(reader, markdown)
  if (!parsed) return null
  const tree = reader.runSync(parsed)
  const children = shape(tree.children, { headingShift: Math.max(1, headingShift), pictureOf, linkOf })
  if (isSwollen(children, markdown.length)) return null
  // Ours first, the sanitizer last: nothing that happens here gets past it.
  return (pictureOf ? illustratedCleaner : cleaner).runSync({ ...tree, children })
}

/** What a parser makes of Markdown; null where reading it would take too long, or bring too much. */
export function parseBounded(parser: { parse(markdown: string): MarkdownRoot }, markdown: string): MarkdownRoot | null {
  if (isTangled(markdown)) return null
  const parsed = parser.parse(markdown)
  return isOvergrown(parsed) ? null : parsed
}

/** Renders Markdown as safe HTML; see readMarkdown for what it lets through. */
export function markdownToHtml(markdown: string, options: Options = {}): string {
  return writer.stringify(readMarkdown(markdown, options))
}

type Shaping = { headingShift: number; pictureOf: PictureOf | undefined; linkOf: LinkOf | undefined }

// The type of a tree's children and of an element's differ by a document type, of which Markdown makes none.
function shape<Node extends RootContent | ElementContent>(nodes: Node[], options: Shaping): (Node | ElementContent)[] {
  return nodes.flatMap((node): (Node | ElementContent)[] => {
    if (node.type === 'text') return withBreaks(node.value)
    if (node.type !== 'element') return [node]
    if (node.tagName === 'input') return [{ type: 'text', value: node.properties.checked ? '☑' : '☐' }]
    if (node.tagName === 'img') return [pictureOrLink(node, options.pictureOf)]
    // Code keeps its line ends as they are.
    return [
      { ...reshaped(node, options), children: node.tagName === 'pre' ? node.children : shape(node.children, options) },
    ]
  })
}

function reshaped(element: Element, { headingShift, linkOf }: Shaping): Element {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (level) return { ...element, tagName: `h${Math.min(6, Number(level) + headingShift)}` }
  if (element.tagName !== 'a') return element
  const url = String(element.properties.href ?? '')
  const own = linkOf?.(url)
  return own ? { ...element, properties: { href: own } } : linkTo(url, '')
}

function pictureOrLink({ properties }: Element, pictureOf: PictureOf | undefined): ElementContent {
  const [url, alt] = [String(properties.src ?? ''), String(properties.alt ?? '')]
  const own = pictureOf?.(url)
  // One of ours that is there no more: what is said of it is left.
  if (pictureOf && !own && url.startsWith('photo:')) return { type: 'text', value: alt }
  return own
    ? { type: 'element', tagName: 'img', properties: { ...own, alt, loading: 'lazy' }, children: [] }
    : linkTo(url, alt || url)
}

function linkTo(url: string, text: string): Element {
  // Without a protocol it would lead into our own pages.
  const href = /^(https?:|mailto:)/i.test(url) ? { href: url, rel: ['noopener', 'nofollow', 'ugc'] } : {}
  return { type: 'element', tagName: 'a', properties: href, children: text ? [{ type: 'text', value: text }] : [] }
}

/**
 * People end lines where they want them to end. What stands between blocks, or behind a break, is a line end and
 * nothing else: it stays.
 */
function withBreaks(text: string): ElementContent[] {
  if (text.trim() === '') return [{ type: 'text', value: text }]
  return text
    .split('\n')
    .flatMap((line, index): ElementContent[] =>
      index > 0 ? [lineBreak(), { type: 'text', value: line }] : [{ type: 'text', value: line }],
    )
}

function lineBreak(): Element {
  return { type: 'element', tagName: 'br', properties: {}, children: [] }
}
