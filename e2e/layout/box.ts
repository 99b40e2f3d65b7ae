export type Box = { left: number; top: number; right: number; bottom: number }

/** What of a box lies within another; null: less than a pixel. */
export function within(box: Box, other: Box): Box | null {
  const both = {
    left: Math.max(box.left, other.left),
    top: Math.max(box.top, other.top),
    right: Math.min(box.right, other.right),
    bottom: Math.min(box.bottom, other.bottom),
  }
  return both.right - both.left >= 1 && both.bottom - both.top >= 1 ? both : null
}
