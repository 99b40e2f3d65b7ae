import { directions, nearestIn } from '@/lib/planning/grid/neighbour'

/**
 * Moves the focus to the nearest session in the direction of an arrow key. False when the key is none, or nothing lies
 * there.
 */
export function focusNeighbour(grid: Element, key: string): boolean {
  const direction = directions[key]
  const from = document.activeElement
  if (!direction || !(from instanceof HTMLElement) || !from.matches('[data-grid-cell]')) return false
  const cells = [...grid.querySelectorAll<HTMLElement>('[data-grid-cell]')].filter((cell) => cell !== from)
  const nearest = nearestIn(direction, centre(from), cells, centre)
  nearest?.focus()
  return nearest !== null
}

function centre(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}
