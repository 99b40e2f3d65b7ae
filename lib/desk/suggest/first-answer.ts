import { countedApart } from './counted'
import {
  clashesOf,
  movedIn,
  overlap,
  spotAt,
  staying,
  type Chosen,
  type PickedPair,
  type SuggestProblem,
  type Spot,
} from './problem'

type Change = readonly [session: number, spot: number]

/**
 * An answer to begin with, as somebody with patience would find it: again and again the one move to a free place, or
 * the one swap of two, that saves most of what is counted, until none does, no more
 * may move or no time is left. Seldom the best.
 */
export function firstAnswer(problem: SuggestProblem, isTimeLeft: () => boolean = () => true): Chosen {
  const chosen = [...staying(problem)]
  const costs = new SpotCosts(problem, chosen)
  const spotOf = problem.sessions.map(({ spots }) => new Map(spots.map((spot, at) => [keyOf(spot), at])))
  for (;;) {
    const change = isTimeLeft() ? bestChange(problem, chosen, costs, spotOf) : null
    if (!change) return chosen
    for (const [session, spot] of change) chosen[session] = spot
    costs.renew(change.map(([session]) => session))
  }
}

type SpotOf = readonly ReadonlyMap<string, number>[]

function bestChange(problem: SuggestProblem, chosen: Chosen, costs: SpotCosts, spotOf: SpotOf): Change[] | null {
  const held = heldRooms(problem, chosen)
  let best: { saved: number; change: Change[] } = { saved: 1e-6, change: [] }
  problem.sessions.forEach(({ spots }, session) => {
    const key = keyOf(spotAt(problem, chosen, session))
    spots.forEach((spot, index) => {
      if (index === chosen[session]) return
      const there = (held.get(spot.roomId) ?? []).filter((its) => its.session !== session && overlap(its.spot, spot))
      const change: Change[] = [[session, index]]
      for (const other of there) {
        const back = spotOf[other.session]?.get(key)
        // Each swap is looked at once.
        if (there.length > 1 || back === undefined || other.session > session) return
        change.push([other.session, back])
      }
      const saved = costs.savedBy(change)
      if (saved > best.saved && mayMove(problem, chosen, change) && isFree(problem, chosen, change))
        best = { saved, change }
    })
  })
  return best.change.length > 0 ? best.change : null
}

function heldRooms(problem: SuggestProblem, chosen: Chosen): Map<string, { session: number; spot: Spot }[]> {
  const held = new Map<string, { session: number; spot: Spot }[]>()
  for (const session of problem.sessions.keys()) {
    const spot = spotAt(problem, chosen, session)
    const room = held.get(spot.roomId)
    if (room) room.push({ session, spot })
    else held.set(spot.roomId, [{ session, spot }])
  }
  return held
}

function mayMove({ mostMoves }: SuggestProblem, chosen: Chosen, change: readonly Change[]): boolean {
  return movedIn(after(chosen, change)).length <= mostMoves
}

function isFree(problem: SuggestProblem, chosen: Chosen, change: readonly Change[]): boolean {
  const then = after(chosen, change)
  return change.every(([session]) => clashesOf(problem, then, session, spotAt(problem, then, session)).length === 0)
}

function after(chosen: Chosen, change: readonly Change[]): Chosen {
  const then = [...chosen]
  for (const [session, spot] of change) then[session] = spot
  return then
}

function keyOf({ roomId, start, end }: Spot): string {
  return `${roomId} ${start} ${end}`
}

/** What each session costs at each of its times while the others are where they are: renewed as they move. */
class SpotCosts {
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

  savedBy(change: readonly Change[]): number {
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
  #between([one, oneSpot]: Change, [other, otherSpot]: Change): number {
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
