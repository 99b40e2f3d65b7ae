/** A point of a plan: shares of its picture's width and height, 0 to 1. */
export type PlanPoint = { x: number; y: number }

type Box = { left: number; top: number; width: number; height: number }

/**
 * Where a point of the window lies on a plan.
 * @param box of the drawn picture, in pixels of the window
 * @returns null where it lies beside it
 */
export function pointIn({ left, top, width, height }: Box, at: PlanPoint): PlanPoint | null {
  const point = { x: (at.x - left) / width, y: (at.y - top) / height }
  return isShare(point.x) && isShare(point.y) ? point : null
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1
}

const [STEP, LARGE_STEP] = [0.005, 0.05]
const arrows: Readonly<Record<string, PlanPoint>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Where an arrow key moves a point, with Shift further, never off the plan; null: it is no arrow key. */
export function pointAfterKey({ x, y }: PlanPoint, key: { key: string; shiftKey: boolean }): PlanPoint | null {
  const arrow = arrows[key.key]
  if (!arrow) return null
  const step = key.shiftKey ? LARGE_STEP : STEP
  return { x: held(x + arrow.x * step), y: held(y + arrow.y * step) }
}

function held(value: number): number {
  return Math.min(1, Math.max(0, value))
}

/**
 * How many metres a picture is wide, of which two points are so far apart.
 * @returns null where they are the same point
 */
export function metresWideOf(
  { width, height }: { width: number; height: number },
  [one, other]: readonly [PlanPoint, PlanPoint],
  metres: number,
): number | null {
  const share = Math.hypot(one.x - other.x, ((one.y - other.y) * height) / width)
  return share > 0 ? metres / share : null
}
