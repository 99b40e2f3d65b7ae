import { decodeHTMLStrict } from 'entities'
import { compile, type FormatCallback, type HtmlToTextOptions } from 'html-to-text'
import { cleanLine, cleanText } from '@/lib/platform/clean-text'
import { readSimpleHtml } from './html/simple-html'

// The one door of texts: whatever a source wrote, HTML or not, comes in here, once, and is plain from then on.

/** Tags that stand in sources' texts. Any other "<" is text: "a < b", "Vec<T>", "Rendering <Suspense>". */
const formatting =
  'a abbr b big blockquote br center code dd div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins li mark ol p pre s ' +
  'section small span strike strong sub sup table tbody td th thead tr tt u ul wbr'
const known = new Set(formatting.split(' '))
/** What a browser would not show. Only beside other markup: a talk's title may be "<script>alert(1)</script>". */
const hidden = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object'])
const alone = new Set(['br', 'hr', 'img', 'wbr'])
const blocks = 'blockquote|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|section|table|tbody|td|th|thead|tr|ul'

const aroundBlocks = new RegExp(String.raw`[ \t]*\n?[ \t]*(</?(?:${blocks})(?:\s[^<>]*)?/?>)[ \t]*\n?[ \t]*`, 'gi')

// More than any text that is kept, and little enough to take apart.
const LONGEST = 200_000
const MOST_DEPTH = 100

/** A one-line text (title, name) as plain text; "" when nothing is left. */
export function plainLine(text: string): string {
  return cleanLine(plainCell(text)) ?? ''
}

/** A short text that may have several lines, such as the names in a cell; "" when nothing is left. */
export function plainCell(text: string): string {
  const short = text.slice(0, LONGEST)
  if (isPlain(short)) return cleanText(short) ?? ''
  const tags = tagsIn(short, false)
  const bare =
    tags.size === 0
      ? short
      : short.replace(anyTag, (tag, _, name: string) => (tags.has(name.toLowerCase()) ? spaceFor(name) : tag))
  return cleanText(decodeHTMLStrict(bare)) ?? ''
}

/**
 * A description as plain text: paragraphs, lists and links of HTML as a person would type them; null when nothing is
 * left.
 */
export function plainText(text: string): string | null {
  const given = text.slice(0, LONGEST).replace(/\r\n?/g, '\n')
  if (isPlain(given)) return withoutWideSpaces(given)
  const simple = readSimpleHtml(given)
  if (simple !== null) return withoutWideSpaces(simple)
  const plain = unmarked(given)
  // Markup that was written as text once on its way here: "&lt;p&gt;".
  const isEscaped =
    tagsIn(given, true).size === 0 && /<(p|br|li|div)\s*\/?>/i.test(plain) && tagsIn(plain, true).size > 0
  return withoutWideSpaces(isEscaped ? unmarked(plain) : plain)
}

/** Most texts have neither tags nor entities: they are what they are. */
function isPlain(text: string): boolean {
  return !text.includes('<') && !text.includes('&')
}

function withoutWideSpaces(text: string): string | null {
  return cleanText(
    text
      .replace(/[ \u00a0]+$/gm, '')
      .replace(/\u00a0/g, ' ')
      .replace(/\n{3,}/g, '\n\n'),
  )
}

function unmarked(text: string): string {
  const tags = tagsIn(text, true)
  if (tags.size === 0) return decodeHTMLStrict(text)
  const html = text
    .replace(/&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};)/gi, '&amp;')
    .replace(/<(?:(\/?)([a-z][a-z0-9]{0,10})(?=[\s/>])|!--)?/gi, (open, _, name: string | undefined) =>
      open === '<!--' || tags.has(name?.toLowerCase() ?? '') ? open : `&lt;${open.slice(1)}`,
    )
    .replace(aroundBlocks, '$1')
    .replace(/(<br\s*\/?>)[ \t]*\n/gi, '$1')
    .replace(/\shref\s*=\s*(?="(?!\s*https?:)|'(?!\s*https?:)|(?![\s"']|https?:))/gi, ' data-href=')
  return convert(html).replace(/^ (?=\S)/gm, '')
}

const none: ReadonlySet<string> = new Set()
const anyTag = /<(\/?)([a-z][a-z0-9]{0,10})(?:\s[^<>]*)?\/?>/gi

/** The tags of a text that are markup: those that are closed, or need not be. */
function tagsIn(text: string, isLong: boolean): ReadonlySet<string> {
  if (!text.includes('<')) return none
  const counts = new Map<string, { opened: number; closed: number }>()
  for (const [, slash, written = ''] of text.matchAll(anyTag)) {
    const name = written.toLowerCase()
    const count = counts.get(name) ?? { opened: 0, closed: 0 }
    count[slash ? 'closed' : 'opened']++
    counts.set(name, count)
  }
  const isMarkup = (name: string, { opened, closed }: { opened: number; closed: number }) =>
    (isLong ? alone.has(name) : name === 'br') ||
    (opened > 0 && closed > 0) ||
    (isLong && /^(p|li)$/.test(name) && opened > 1)
  const found = new Set(
    [...counts].filter(([name, count]) => known.has(name) && isMarkup(name, count)).map(([name]) => name),
  )
  if (found.size === 0 || !isLong) return found
  return new Set([...found, ...[...counts.keys()].filter((name) => hidden.has(name))])
}

function spaceFor(name: string): string {
  return /^(br|p|div|li|tr|td|h[1-6])$/i.test(name) ? '\n' : ''
}

const block = { leadingLineBreaks: 1, trailingLineBreaks: 1 }

/** Lists write the beginning of their entries themselves; an entry without a list is one all the same. */
const listEntry: FormatCallback = ({ parent, children }, walk, builder) => {
  if (/^[uo]l$/i.test(parent?.name ?? '')) return walk(children, builder)
  builder.openBlock(block)
  builder.addInline('- ')
  walk(children, builder)
  builder.closeBlock(block)
}

const options: HtmlToTextOptions = {
  formatters: { listEntry },
  wordwrap: false,
  preserveNewlines: true,
  limits: { ellipsis: '', maxDepth: MOST_DEPTH, maxInputLength: 2 * LONGEST },
  selectors: [
    { selector: 'a', options: { linkBrackets: [' (', ')'], hideLinkHrefIfSameAsText: true } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'li', format: 'listEntry' },
    { selector: 'img', format: 'skip' },
    { selector: 'hr', format: 'skip' },
    { selector: 'blockquote', format: 'block' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['td', 'th', 'dd', 'dt'].map((selector) => ({ selector, format: 'block', options: block })),
    ...[...hidden].map((selector) => ({ selector, format: 'skip' })),
  ],
}

// Once: making it takes longer than most texts.
const convert = compile(options)
