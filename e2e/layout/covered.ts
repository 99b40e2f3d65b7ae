import { styleOf } from './clips'
import { seenOf, wordsOf, type Line } from './shown'

/** What a bar at the bottom still covers when one has scrolled to the end. */
export function findCovered(lines: readonly Line[]): string[] {
  const bar = Math.max(0, ...[...document.querySelectorAll('nav')].map(heightAtBottom))
  const end = document.documentElement.scrollHeight - scrollY - bar
  return lines
    .filter(({ letters, element, clips }) => (seenOf(letters, clips)?.bottom ?? 0) > end + 1 && !isPinned(element))
    .map((line) => `below the bar at the end: ${wordsOf(line)}`)
}

function heightAtBottom(nav: Element): number {
  const { bottom, height } = nav.getBoundingClientRect()
  return styleOf(nav).position === 'fixed' && Math.abs(bottom - innerHeight) <= 1 ? height : 0
}

function isPinned(element: Element | null): boolean {
  return element !== null && (styleOf(element).position === 'fixed' || isPinned(element.parentElement))
}
