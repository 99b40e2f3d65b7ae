const directions: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * Moves the focus to the nearest session in the direction of an arrow key. False when the key is none, or nothing lies
 * there.
 */
export function focusNeighbour(grid: Element, key: string): boolean {
  const direction = directions[key]
  const from = document.activeElement
  if (!direction || !(from instanceof HTMLElement) || !from.matches('[data-grid-cell]')) return false
  const origin = centre(from)
  const candidates = [...grid.querySelectorAll<HTMLElement>('[data-grid-cell]')].flatMap((cell) => {
    const at = centre(cell)
    const along = (at.x - origin.x) * direction.x + (at.y - origin.y) * direction.y
    const aside = Math.abs((at.x - origin.x) * direction.y) + Math.abs((at.y - origin.y) * direction.x)
    // A cell counts as lying there when it is more ahead than aside.
    return along > 1 && cell !== from && aside <= along * 3 ? [{ cell, cost: along + aside * 2 }] : []
  })
  const nearest = candidates.sort((a, b) => a.cost - b.cost)[0]
  nearest?.cell.focus()
  return nearest !== undefined
}

function centre(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}
