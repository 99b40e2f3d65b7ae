/** Of some that are each done or not, these: of which this many, or one more, make its inequality tight. */
export type Clique = { members: readonly number[]; most: number }

/** An inequality that is missed by less is not worth its row. */
const MISSED = 1e-3

/**
 * Searches for clique inequalities of the boolean quadric polytope (Padberg 1989) that an answer in fractions violates:
 * of k members done, k (k - 1) / 2 pairs are both done, which is at least most × k - most × (most + 1) / 2. For halves
 * of all, that two members must be done together says nothing; that of six three pairs must be says what it costs.
 * @param values of each member between 0 and 1, how much of it is done
 * @param both of each two, how much it is said that both are
 * @param weights of each two, what both cost: of equals the heavier are taken
 */
export function violatedCliques(
  values: readonly number[],
  both: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
): Clique[] {
  const found = new Map<string, Clique>()
  const add = (clique: Clique) => found.set(`${clique.most}: ${clique.members.join()}`, clique)
  for (const a of values.keys())
    for (let b = a + 1; b < values.length; b++)
      if ((values[a] ?? 0) + (values[b] ?? 0) - 1 > (both[a]?.[b] ?? 0) + MISSED) add({ members: [a, b], most: 1 })
  const done = values.reduce((sum, value) => sum + value, 0)
  for (let most = 1; most <= Math.max(1, done); most++)
    for (const first of values.keys()) {
      const members = grown(first, most, { values, both, weights })
      if (members.length > 1) add({ members, most })
    }
  return [...found.values()]
}

type Answer = Readonly<{
  values: readonly number[]
  both: readonly (readonly number[])[]
  weights: readonly (readonly number[])[]
}>

/** Adds to a first member again and again the one by which the inequality is missed by most. @returns none: it holds */
function grown(first: number, most: number, { values, both, weights }: Answer): number[] {
  const gains = new Map(
    [...values.keys()]
      .filter((member) => member !== first)
      .sort((a, b) => (weights[first]?.[b] ?? 0) - (weights[first]?.[a] ?? 0))
      .map((member) => [member, most * (values[member] ?? 0) - (both[first]?.[member] ?? 0)]),
  )
  const members = [first]
  let missed = most * (values[first] ?? 0) - (most * (most + 1)) / 2
  for (;;) {
    const [next, gain] = largestOf(gains)
    if (next === undefined || gain < MISSED) break
    members.push(next)
    missed += gain
    gains.delete(next)
    for (const [member, its] of gains) gains.set(member, its - (both[next]?.[member] ?? 0))
  }
  return missed > MISSED ? members.sort((a, b) => a - b) : []
}

function largestOf(gains: ReadonlyMap<number, number>): [member: number | undefined, gain: number] {
  let largest: [number | undefined, number] = [undefined, 0]
  for (const [member, gain] of gains) if (gain > largest[1] + 1e-9) largest = [member, gain]
  return largest
}
