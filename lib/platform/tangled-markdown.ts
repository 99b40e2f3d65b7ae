import type { Root } from 'hast'

// Markdown's grammar takes time that grows with the square of what is left open, and a stack as deep as it nests.
const MOST_CHARACTERS = 100_000
const LONGEST_LINE = 5_000
const DEEPEST = 30
// A line of 5,000 may open 5,000 things; a note of them, too many.
const MOST_OPENERS = 20_000

/** Is this text so large, so long in one line, so nested or so full of openers that parsing it would hold up a screen? */
export function isTangled(markdown: string): boolean {
  if (markdown.length > MOST_CHARACTERS) return true
  let openers = 0
  for (let at = 0; at < markdown.length; at++) if ('[*_`~|<!'.includes(markdown.charAt(at))) openers++
  return openers > MOST_OPENERS || markdown.split('\n').some((line) => line.length > LONGEST_LINE || depthOf(line) > DEEPEST)
}

/** The text as paragraphs, and nothing more. */
export function plainTree(text: string): Root {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim())
  return { type: 'root', children: paragraphs.map((paragraph) => ({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: paragraph }] })) }
}

/** How many containers a line opens: ">", "-", "1." before its first word; two spaces of indent may be another. */
function depthOf(line: string): number {
  const head = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? ''
  const openers = head.match(/[>*+-]|\d[.)]/g)?.length ?? 0
  // A rule of dashes opens nothing.
  return /^[\s*-]*$/.test(line) && !/[-*]\s+[-*]/.test(line) ? 0 : openers + Math.floor((head.length - head.trimStart().length) / 4)
}
