/** What is written under a sign on a plan, in pixels of the plan as it is drawn. */
export type PlanLabel = { id: string; x: number; y: number; width: number; height: number }

type Box = { left: number; top: number; right: number; bottom: number }

/** Half of a sign's side, and the way from its middle to its words. */
const [SIGN, UNDER] = [14, 16]

/**
 * Which words can stand under their signs without covering other words, other signs or the edge: those that come first
 * have the first right. The others are said by their sign, and where the plan is larger.
 * @returns how far each is moved to the side to stay on the plan, by its id
 */
export function labelsThatFit(
  labels: readonly PlanLabel[],
  plan: { width: number; height: number },
): ReadonlyMap<string, number> {
  const signs = labels.map(({ id, x, y }) => ({
    id,
    box: { left: x - SIGN, top: y - SIGN, right: x + SIGN, bottom: y + SIGN },
  }))
  const placed: Box[] = []
  const shifts = new Map<string, number>()
  for (const label of labels) {
    const middle = Math.min(Math.max(label.x, label.width / 2), plan.width - label.width / 2)
    const top = label.y + UNDER
    const box = { left: middle - label.width / 2, right: middle + label.width / 2, top, bottom: top + label.height }
    const isInside = label.width <= plan.width && box.bottom <= plan.height
    const isFree = [...placed, ...signs.flatMap(({ id, box: sign }) => (id === label.id ? [] : [sign]))].every(
      (other) => !overlap(box, other),
    )
    if (!isInside || !isFree) continue
    placed.push(box)
    shifts.set(label.id, middle - label.x)
  }
  return shifts
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
