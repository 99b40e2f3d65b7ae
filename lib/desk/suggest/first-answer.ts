import { clashesOf, movedIn, overlap, spotAt, staying, type Chosen, type SuggestProblem, type Spot } from './problem'
import { SpotCosts, type SpotChange } from './spot-costs'

/**
 * An answer to begin with, as somebody with patience would find it: again and again the one move to a free place, or
 * the one swap of two, that saves most of what is counted, until none does, no more
 * may move or no time is left. Seldom the best.
 */
export function firstAnswer(problem: SuggestProblem, isTimeLeft: () => boolean = () => true): Chosen {
  return greedyFrom(problem, staying(problem), isTimeLeft)
}

/** The same from another answer on. */
export function greedyFrom(problem: SuggestProblem, from: Chosen, isTimeLeft: () => boolean): Chosen {
  const chosen = [...from]
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

function bestChange(problem: SuggestProblem, chosen: Chosen, costs: SpotCosts, spotOf: SpotOf): SpotChange[] | null {
  const held = heldRooms(problem, chosen)
  let best: { saved: number; change: SpotChange[] } = { saved: 1e-6, change: [] }
  problem.sessions.forEach(({ spots }, session) => {
    const key = keyOf(spotAt(problem, chosen, session))
    spots.forEach((spot, index) => {
      if (index === chosen[session]) return
      const there = (held.get(spot.roomId) ?? []).filter((its) => its.session !== session && overlap(its.spot, spot))
      const change: SpotChange[] = [[session, index]]
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

function mayMove({ mostMoves }: SuggestProblem, chosen: Chosen, change: readonly SpotChange[]): boolean {
  return movedIn(after(chosen, change)).length <= mostMoves
}

function isFree(problem: SuggestProblem, chosen: Chosen, change: readonly SpotChange[]): boolean {
  const then = after(chosen, change)
  return change.every(([session]) => clashesOf(problem, then, session, spotAt(problem, then, session)).length === 0)
}

function after(chosen: Chosen, change: readonly SpotChange[]): Chosen {
  const then = [...chosen]
  for (const [session, spot] of change) then[session] = spot
  return then
}

function keyOf({ roomId, start, end }: Spot): string {
  return `${roomId} ${start} ${end}`
}
