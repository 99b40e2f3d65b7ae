import { nameOf, type Line } from './shown'

// Longer ones, and what is no word (an address), have to be broken somewhere; on a phone that is enlarged twice, ones
// of half that length.
const WORD = /(?<![\p{L}\p{N}]|\p{L}\.)\p{L}{2,16}(?![\p{L}\p{N}]|\.\p{L})/gu
const [ENLARGED_TWICE, LONGEST_THERE] = [200, 8]
// These are broken between any two of their signs.
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words that begin on one line and end on the next. */
export function findBroken(lines: readonly Line[]): string[] {
  const wrapped = lines.filter(({ node }, index) => node === lines[index - 1]?.node && !isSame(node, lines[index - 2]))
  return wrapped.flatMap(({ node, element, isVertical }) =>
    [...node.data.matchAll(WORD)]
      .filter(([word]) => !WITHOUT_SPACES.test(word))
      .filter(([word]) => innerWidth > ENLARGED_TWICE || word.length <= LONGEST_THERE)
      .filter(({ 0: word, index }) => isBroken(node, [index, index + word.length], isVertical))
      .map(([word]) => `broken: ${word} in ${nameOf(element)}`),
  )
}

function isSame(node: Text, line: Line | undefined): boolean {
  return line?.node === node
}

function isBroken(node: Text, [from, to]: readonly [number, number], isVertical: boolean): boolean {
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  return new Set(rects.map(({ left, top }) => Math.round(isVertical ? left : top))).size > 1
}
