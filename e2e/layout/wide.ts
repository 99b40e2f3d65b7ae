import type { Box } from './box'
import { isShown, nameOf, paintedBox, seenOf, wordsOf, type Line } from './shown'

/** What passes the sides of the screen, except within what is meant to be scrolled. */
export function findWide(root: Element, lines: readonly Line[]): string[] {
  const passing = new Set<Element>()
  for (const element of root.querySelectorAll('*')) {
    const box = paintedBox(element)
    if (box && passes(box) && isShown(element)) passing.add(element)
  }
  const boxes = [...passing].filter((element) => !passing.has(element.parentElement ?? root)).map(nameOf)
  const words = lines
    .filter(({ letters, element, clips }) => {
      const seen = seenOf(letters, clips)
      return seen && passes(seen) && !passing.has(element)
    })
    .map(wordsOf)
  const { scrollWidth, clientWidth } = document.documentElement
  const page = scrollWidth > clientWidth ? [`the page by ${scrollWidth - clientWidth} px`] : []
  return [...page, ...boxes, ...words].map((what) => `wider than the screen: ${what}`)
}

function passes({ left, right }: Box): boolean {
  return left < -1 || right > document.documentElement.clientWidth + 1
}
