import { countedApart } from './counted'
import { overlap, spotAt, type Chosen, type PickedPair, type Spot, type SuggestProblem } from './problem'

/** A session, and the spot that it gets. */
export type SpotChange = readonly [session: number, spot: number]

/** What each session costs at each of its times while the others are where they are: renewed as they move. */
export class SpotCosts {
  readonly #pairsOf: readonly PickedPair[][]
  readonly #times: readonly { keys: readonly number[]; spans: readonly Spot[]; costs: number[] }[]

  constructor(
    readonly problem: SuggestProblem,
    readonly chosen: Chosen,
  ) {
    this.#pairsOf = problem.sessions.map(() => [])
    for (const pair of problem.pairs) {
      this.#pairsOf[pair.one]?.push(pair)
      this.#pairsOf[pair.other]?.push(pair)
    }
    this.#times = problem.sessions.map(({ spots }) => {
      const spans: Spot[] = []
      const keys = spots.map((spot) => {
        const known = spans.findIndex(({ start, end }) => start === spot.start && end === spot.end)
        return known >= 0 ? known : spans.push(spot) - 1
      })
      return { keys, spans, costs: spans.map(() => 0) }
    })
    for (const session of problem.sessions.keys()) this.#count(session)
  }

  /** Counts again what those who share a pair with one that moved would cost. */
  renew(moved: readonly number[]): void {
    const touched = new Set(moved)
    for (const session of moved) for (const { one, other } of this.#pairsOf[session] ?? []) touched.add(one).add(other)
    for (const session of touched) this.#count(session)
  }

  savedBy(change: readonly SpotChange[]): number {
    const saved = change.reduce(
      (sum, [session, spot]) => sum + this.#at(session, this.chosen[session] ?? 0) - this.#at(session, spot),
      0,
    )
    const [first, second] = change
    return first && second ? saved + this.#between(first, second) : saved
  }

  #at(session: number, index: number): number {
    const spot = this.problem.sessions[session]?.spots[index]
    const times = this.#times[session]
    if (!spot || !times) return 0
    return spot.turnedAway + spot.choosing + spot.change + (times.costs[times.keys[index] ?? 0] ?? 0)
  }

  /** Of two that swap: each was counted as if the other stayed. */
  #between([one, oneSpot]: SpotChange, [other, otherSpot]: SpotChange): number {
    const pair = this.#pairsOf[one]?.find((its) => its.one === other || its.other === other)
    if (!pair) return 0
    const [a, b] = [spotAt(this.problem, this.chosen, one), spotAt(this.problem, this.chosen, other)]
    const [aThen, bThen] = [this.problem.sessions[one]?.spots[oneSpot], this.problem.sessions[other]?.spots[otherSpot]]
    if (!aThen || !bThen) return 0
    const count = (x: Spot, y: Spot) => this.#counted(one, other, x, y) * pair.people
    return count(aThen, b) + count(a, bThen) - count(a, b) - count(aThen, bThen)
  }

  #counted(one: number, other: number, a: Spot, b: Spot): number {
    const [aNow, bNow] = [this.problem.sessions[one]?.spots[0] ?? a, this.problem.sessions[other]?.spots[0] ?? b]
    return Math.max(Number(overlap(a, b)), countedApart(aNow, bNow, a, b))
  }

  #count(session: number): void {
    const times = this.#times[session]
    if (!times) return
    times.costs.fill(0)
    for (const { one, other, people } of this.#pairsOf[session] ?? []) {
      const its = one === session ? other : one
      const spot = spotAt(this.problem, this.chosen, its)
      times.spans.forEach((span, at) => {
        times.costs[at] = (times.costs[at] ?? 0) + people * this.#counted(session, its, span, spot)
      })
    }
  }
}
