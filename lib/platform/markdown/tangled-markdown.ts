import type { ElementContent, Root } from 'hast'
import type { Nodes, Root as MarkdownRoot } from 'mdast'
import { breakLongLines } from '../long-lines'
import { countOf, depthOf, workOf } from './markdown-work'

// A stack is as deep as Markdown nests.
const MOST_CHARACTERS = 100_000
const LONGEST_LINE = 5_000
const DEEPEST = 30
// A line of 5,000 may open 5,000 things; a note of them, too many.
const MOST_OPENERS = 20_000
// Under a second on a slow phone.
const MOST_WORK = 8_000_000

// What comes out may be larger than what went in: a table's short rows are filled up, an address is repeated for each
// reference to it.
const MOST_NODES = 60_000
const MOST_FILLED_CELLS = 10_000
const DEEPEST_NODE = 100
const ELEMENT_BYTES = 25
const MOST_GROWTH = 20
const ALWAYS_BYTES = 100_000

// So many are worth an element each; a wall of more is a text.
const MOST_BROKEN_LINES = 2_000

/**
 * Is this text so large, so long in one line, so nested or so full of openers that parsing it would hold up a screen?
 */
export function isTangled(markdown: string): boolean {
  if (markdown.length > MOST_CHARACTERS || countOf(markdown, '[*_`~|<!') > MOST_OPENERS) return true
  const lines = markdown.split(/\r\n?|\n/)
  return lines.some((line) => line.length > LONGEST_LINE || depthOf(line) > DEEPEST) || workOf(lines) > MOST_WORK
}

/**
 * Has what was parsed so many parts, or so deep ones, that showing it would hold up a screen? Short rows of tables are
 * counted as they are shown: filled up.
 */
export function isOvergrown(tree: MarkdownRoot): boolean {
  let [nodes, filled] = [0, 0]
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, depth } = at
    nodes += 1
    if (node.type === 'table')
      for (const row of node.children) filled += Math.max(0, (node.align?.length ?? 0) - row.children.length)
    if (nodes > MOST_NODES || filled > MOST_FILLED_CELLS || depth > DEEPEST_NODE) return true
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 })
  }
  return false
}

/** Would this be far longer as HTML than it was as Markdown? @param typed how many characters it had */
export function isSwollen(nodes: readonly ElementContent[] | Root['children'], typed: number): boolean {
  let bytes = 0
  const open: (ElementContent | Root['children'][number])[] = [...nodes]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) bytes += node.value.length
    if (node.type === 'element') {
      bytes +=
        ELEMENT_BYTES + Object.values(node.properties).reduce<number>((sum, value) => sum + String(value).length, 0)
      for (const child of node.children) open.push(child)
    }
    if (bytes > typed * MOST_GROWTH + ALWAYS_BYTES) return true
  }
  return false
}

/**
 * The text as it was typed, as paragraphs and lines and nothing more: none longer than a browser can draw.
 * @param why a sentence that says why, to stand above it
 */
export function plainTree(text: string, why?: string): Root {
  const reason = why
    ? [paragraph([{ type: 'element', tagName: 'em', properties: {}, children: [{ type: 'text', value: why }] }])]
    : []
  const typed = text.replace(/\r\n?/g, '\n')
  const isWall = countOf(typed, '\n') >= MOST_BROKEN_LINES
  const drawn = breakLongLines(isWall ? typed.replaceAll('\n', ' ') : typed)
  const paragraphs = drawn.split(/\n{2,}/).filter((each) => each.trim())
  return { type: 'root', children: [...reason, ...paragraphs.map((each) => paragraph(broken(each)))] }
}

function paragraph(children: ElementContent[]): Root['children'][number] {
  return { type: 'element', tagName: 'p', properties: {}, children }
}

function broken(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, index): ElementContent[] => [
      ...(index > 0 ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }] : []),
      { type: 'text', value: line },
    ])
}
