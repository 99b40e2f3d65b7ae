// Markdown's grammar takes time that grows with the square of what stands open in one place, whatever reads it. This
// estimates that time from the lines alone, in one pass: the factors are what remark was measured to take for each, in
// units of about 0.05 µs.
const UNDERLINE = 6
const LAZY = 1.5
const BLOCK = 0.7

const CONTAINERS = /^[\s>*+\-\d.)]*/
const UNDERLINES = /^[\s>]*(?:=+|-+)\s*$/
// Only what ends a paragraph wherever it stands: a "2." or a deeper "-" may be a line of it.
const BEGINS_BLOCK = /^ {0,3}(?:#{1,6}\s|[-*+] {1,4}\S|1[.)] {1,4}\S)/

type Paragraph = { signs: number; scans: number; length: number; depth: number }

/**
 * About how long Markdown of these lines takes to read. It overstates what is harmless rather than understate what is
 * not.
 */
export function workOf(lines: readonly string[]): number {
  const count = { inline: 0, blocks: 0, underlines: 0, lazy: 0 }
  let paragraph: Paragraph | null = null
  for (const line of lines) {
    const isBlank = line.trim() === ''
    if (isBlank || BEGINS_BLOCK.test(line)) {
      count.inline += inlineWork(paragraph)
      paragraph = null
    }
    if (isBlank) continue
    const depth = depthOf(line)
    count.blocks += depth + (paragraph ? 0 : 1)
    if (paragraph && UNDERLINES.test(line)) count.underlines += 1
    // It has to be compared with everything that it does not say it is in.
    if (paragraph && depth < paragraph.depth) count.lazy += 1
    paragraph ??= { signs: 0, scans: 0, length: 0, depth }
    paragraph.signs += countOf(line, '*_~[]')
    paragraph.scans += line.match(/<[!?]|`+/g)?.length ?? 0
    paragraph.length += line.length + 1
  }
  return (
    count.inline +
    inlineWork(paragraph) +
    UNDERLINE * count.underlines ** 2 +
    LAZY * count.lazy ** 2 +
    BLOCK * count.blocks ** 2
  )
}

/** How many containers a line opens: ">", "-", "1." before its first word; two spaces of indent may be another. */
export function depthOf(line: string): number {
  const head = CONTAINERS.exec(line)?.[0] ?? ''
  const openers = head.match(/[>*+-]|\d[.)]/g)?.length ?? 0
  // A rule of dashes opens nothing.
  return /^[\s*-]*$/.test(line) && !/[-*]\s+[-*]/.test(line)
    ? 0
    : openers + Math.floor((head.length - head.trimStart().length) / 4)
}

/** How many of a text's characters are among these. */
export function countOf(text: string, characters: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (characters.includes(text.charAt(at))) count++
  return count
}

/**
 * Each sign may be compared with each other one, and what opens a piece of HTML or code is sought an end for up to the
 * paragraph's.
 */
function inlineWork(paragraph: Paragraph | null): number {
  return paragraph ? paragraph.signs ** 2 + paragraph.scans * paragraph.length : 0
}
