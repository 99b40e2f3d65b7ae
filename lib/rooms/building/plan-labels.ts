/** What is written at a sign on a plan, in pixels of the plan as it is drawn: its lines from above, so wide. */
export type PlanLabel = {
  id: string
  x: number
  y: number
  lines: readonly number[]
  /** It is written whatever it covers. */ isCertain?: boolean
}

/** Where it stands: how far it is moved to the side to stay on the plan, and how many of its lines there are. */
export type LabelSpot = { shift: number; isAbove: boolean; lines: number }

type Size = { width: number; height: number }
type Box = { left: number; top: number; right: number; bottom: number }
type Placed = LabelSpot & { label: PlanLabel; box: Box }

/** Half of a sign's side, the way from its middle to its words, and how high a line and its edge are. */
const [SIGN, AWAY, LINE, EDGE] = [14, 16, 16, 2]

/**
 * Which words can stand below or above their signs without covering other words, other signs or the edge: first lines
 * go before second ones, and those that come first have the first right. The others are said by their sign, and where
 * the plan is larger.
 * @returns by its id
 */
export function labelsThatFit(labels: readonly PlanLabel[], plan: Size): ReadonlyMap<string, LabelSpot> {
  if (plan.width === 0) return new Map()
  const signs = labels.map(({ id, x, y }) => ({
    id,
    box: { left: x - SIGN, top: y - SIGN, right: x + SIGN, bottom: y + SIGN },
  }))
  const placed = new Map<string, Placed>()
  const isFree = ({ label, lines, box }: Placed) =>
    widthOf(label, lines) <= plan.width &&
    isInside(box, plan) &&
    signs.every(({ id, box: sign }) => id === label.id || !overlap(box, sign)) &&
    [...placed.values()].every((other) => other.label.id === label.id || !overlap(box, other.box))

  for (const label of labels) {
    const spots = [spotOf(label, 1, false, plan), spotOf(label, 1, true, plan)]
    const spot =
      spots.find(isFree) ?? (label.isCertain ? (spots.find(({ box }) => isInside(box, plan)) ?? spots[0]) : undefined)
    if (spot) placed.set(label.id, spot)
  }
  for (const { label, isAbove } of placed.values()) {
    const whole = spotOf(label, label.lines.length, isAbove, plan)
    if (isFree(whole)) placed.set(label.id, whole)
  }
  return new Map([...placed].map(([id, { shift, isAbove, lines }]) => [id, { shift, isAbove, lines }]))
}

function spotOf(label: PlanLabel, lines: number, isAbove: boolean, plan: Size): Placed {
  const wide = widthOf(label, lines)
  // What is wider than the plan is broken.
  const width = Math.min(wide, plan.width)
  const height = lines * LINE * Math.ceil(wide / plan.width) + EDGE
  const middle = Math.min(Math.max(label.x, width / 2), plan.width - width / 2)
  const top = isAbove ? label.y - AWAY - height : label.y + AWAY
  const box = { left: middle - width / 2, right: middle + width / 2, top, bottom: top + height }
  return { label, lines, isAbove, box, shift: middle - label.x }
}

function widthOf({ lines }: PlanLabel, count: number): number {
  return Math.max(...lines.slice(0, count))
}

function isInside({ top, bottom }: Box, plan: Size): boolean {
  return top >= 0 && bottom <= plan.height
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
