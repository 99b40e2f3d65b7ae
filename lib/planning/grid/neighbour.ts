export type Point = { x: number; y: number }

/** Where each arrow key leads. */
export const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * What lies nearest in a direction: of several, what is ahead rather than aside. Null: nothing lies there.
 * @param others without what one comes from
 */
export function nearestIn<T>(
  direction: Point,
  origin: Point,
  others: readonly T[],
  centreOf: (one: T) => Point,
): T | null {
  let best: { one: T; cost: number } | null = null
  for (const one of others) {
    const at = centreOf(one)
    const along = (at.x - origin.x) * direction.x + (at.y - origin.y) * direction.y
    const aside = Math.abs((at.x - origin.x) * direction.y) + Math.abs((at.y - origin.y) * direction.x)
    // It lies there when it is more ahead than aside.
    if (along <= 1 || aside > along * 3) continue
    const cost = along + aside * 2
    if (!best || cost < best.cost) best = { one, cost }
  }
  return best?.one ?? null
}
