import { overlap, ownCostOf, spotAt, totalOf, type Chosen, type SuggestProblem, type Stretch } from './problem'

/**
 * What the solver counts, in people: what a choice costs, but that a session which moves is counted against the others
 * where they are now, and where they go. So whoever picked two sessions, of which one goes where the other leaves, is
 * still counted. It is never less than the cost, and the same where no two of a pair change their times.
 *
 * The cost itself is the product of two choices: its linear form says next to nothing, and a bound on it would be as
 * far away after an hour as after a second.
 */
export function countedOf(problem: SuggestProblem, chosen: Chosen): number {
  const stays = problem.sessions.map(() => 0)
  let counted = totalOf(ownCostOf(problem, chosen))
  for (const { one, other, people } of problem.pairs) {
    const [a, b] = [spotAt(problem, chosen, one), spotAt(problem, chosen, other)]
    const [aNow, bNow] = [spotAt(problem, stays, one), spotAt(problem, stays, other)]
    counted += people * Math.max(Number(overlap(a, b)), countedApart(aNow, bNow, a, b))
  }
  return counted
}

/**
 * How often a pair is counted for where each goes while the other stays: together now, it is still while one of them
 * would still meet the other; apart now, it is for each that comes to the other's place.
 */
export function countedApart(aNow: Stretch, bNow: Stretch, a: Stretch, b: Stretch): number {
  const [aMeets, bMeets] = [overlap(a, bNow), overlap(b, aNow)]
  return overlap(aNow, bNow) ? Number(aMeets && bMeets) : Number(aMeets) + Number(bMeets)
}
