import { within, type Box } from './box'
import { clipsAround, clipsIn, styleOf, type Clip } from './clips'

/** A line of text as its letters stand, without the air above and below them. */
export type Line = { node: Text; element: Element; letters: Box; isVertical: boolean; clips: readonly Clip[] }

// Of a line's height in most fonts: above what a capital or an l reaches, and below what a p does.
const [AIR_ABOVE, AIR_BELOW] = [0.18, 0.06]

/** Every line of text that somebody sees when they scroll there. */
export function linesShown(root: Element): Line[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const lines: Line[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.data.trim() !== '') lines.push(...linesOf(node))
  return lines
}

function linesOf(node: Text): Line[] {
  const element = node.parentElement
  if (!element || !isShown(element)) return []
  const range = document.createRange()
  range.selectNodeContents(node)
  const isVertical = styleOf(element).writingMode.startsWith('vertical')
  const clips = clipsIn(element)
  return [...range.getClientRects()]
    .filter(({ width, height }) => width > 1 && height > 1)
    .map((rect) => ({ node, element, letters: lettersOf(rect, isVertical), isVertical, clips }))
}

function lettersOf({ left, top, right, bottom, width, height }: DOMRect, isVertical: boolean): Box {
  if (isVertical) return { left: left + width * AIR_ABOVE, top, right: right - width * AIR_ABOVE, bottom }
  return { left, top: top + height * AIR_ABOVE, right, bottom: bottom - height * AIR_BELOW }
}

/** Is it drawn at all? What is said to screen readers alone is not. */
export function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !isOff(element) &&
    clipsIn(element).every(({ element: cutting, box }) => {
      return box.right - box.left > 1 && box.bottom - box.top > 1 && styleOf(cutting).clipPath === 'none'
    })
  )
}

/** What of an element's box is painted; null: nothing. */
export function paintedBox(element: Element): Box | null {
  return seenOf(element.getBoundingClientRect(), clipsAround(element))
}

/** What of a box is left by what cuts it. */
export function seenOf(box: Box, clips: readonly Clip[]): Box | null {
  let seen: Box | null = box
  for (const clip of clips) seen = seen && within(seen, reachOf(clip))
  return seen
}

function reachOf({ box, x, y }: Clip): Box {
  return {
    left: x === 'none' ? -Infinity : box.left,
    right: x === 'none' ? Infinity : box.right,
    top: y === 'none' ? -Infinity : box.top,
    bottom: y === 'none' ? Infinity : box.bottom,
  }
}

/** Out of a closed page's reach, as behind a dialog. */
function isOff(element: Element): boolean {
  return element.closest('[inert], noscript, script, style, template, option') !== null
}

/** A few words to find it by. */
export function nameOf(element: Element): string {
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replaceAll(/\s+/g, ' ')
  return `${element.tagName.toLowerCase()} “${words.slice(0, 40)}”`
}

/** A few words of a line. */
export function wordsOf({ node }: Line): string {
  return `“${node.data.trim().replaceAll(/\s+/g, ' ').slice(0, 40)}”`
}
