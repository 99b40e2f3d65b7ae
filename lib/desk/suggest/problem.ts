/** In milliseconds since 1970. */
export type Stretch = { start: number; end: number }

/** A room and a time at which a session may be, and what that costs: each in people. */
export type Spot = Stretch & {
  roomId: string
  /** How many are likely to find no seat. */ turnedAway: number
  /** Who picked this and something at that time that stays where it is, and must choose. */ choosing: number
  /** What the change itself counts for; 0 where the session is now. */ change: number
}

/** A session and where it may be; the first is where it is now. */
export type Movable = { id: string; spots: readonly [Spot, ...Spot[]] }

/** Two sessions, by their place in the problem, that the same people picked. */
export type PickedPair = { one: number; other: number; people: number }

/**
 * What is asked: give each session one of its spots, so that no room and no speaker has two at once and at most so many
 * sessions move, for the least cost. What concerns one session alone (that it stays, rooms of another kind, times at
 * which a speaker is not there) is already left out of its spots.
 */
export type SuggestProblem = {
  sessions: readonly Movable[]
  pairs: readonly PickedPair[]
  /** Of each who speaks more than once: the sessions, by their place in the problem. */
  speakers: readonly (readonly number[])[]
  mostMoves: number
}

/** Of each session, in the problem's order, which of its spots. */
export type Chosen = readonly number[]

/** In people; the change is what organizers give for leaving things as they are. */
export type Cost = { turnedAway: number; choosing: number; change: number }

/** Everything stays. */
export function staying({ sessions }: SuggestProblem): Chosen {
  return sessions.map(() => 0)
}

/** The spot that a session has. */
export function spotAt({ sessions }: SuggestProblem, chosen: Chosen, session: number): Spot {
  const movable = sessions[session]
  const spot = movable?.spots[chosen[session] ?? 0] ?? movable?.spots[0]
  if (!spot) throw new RangeError(`no session ${session}`)
  return spot
}

/** The costs that each spot has of itself, summed up. */
export function ownCostOf(problem: SuggestProblem, chosen: Chosen): Cost {
  const cost = { turnedAway: 0, choosing: 0, change: 0 }
  for (const session of problem.sessions.keys()) {
    const spot = spotAt(problem, chosen, session)
    cost.turnedAway += spot.turnedAway
    cost.choosing += spot.choosing
    cost.change += spot.change
  }
  return cost
}

/** What a choice costs. */
export function costOf(problem: SuggestProblem, chosen: Chosen): Cost {
  const cost = ownCostOf(problem, chosen)
  for (const { one, other, people } of problem.pairs)
    if (overlap(spotAt(problem, chosen, one), spotAt(problem, chosen, other))) cost.choosing += people
  return cost
}

/** As one number: each of the people counts once. */
export function totalOf({ turnedAway, choosing, change }: Cost): number {
  return turnedAway + choosing + change
}

/** Has every room and every speaker one session at a time, and do no more move than may? */
export function isAllowed(problem: SuggestProblem, chosen: Chosen): boolean {
  const all = [...problem.sessions.keys()]
  return (
    movedIn(chosen).length <= problem.mostMoves &&
    all.every((session) => clashesOf(problem, chosen, session, spotAt(problem, chosen, session)).length === 0)
  )
}

/** The sessions that move. */
export function movedIn(chosen: Chosen): number[] {
  return chosen.flatMap((spot, session) => (spot === 0 ? [] : [session]))
}

/** The other sessions that have a room or a speaker that a session would need at a spot. */
export function clashesOf(problem: SuggestProblem, chosen: Chosen, session: number, spot: Spot): number[] {
  const sharing = new Set(problem.speakers.filter((those) => those.includes(session)).flat())
  return [...problem.sessions.keys()].filter((other) => {
    if (other === session) return false
    const its = spotAt(problem, chosen, other)
    return (its.roomId === spot.roomId || sharing.has(other)) && overlap(its, spot)
  })
}

/** Are they at one time, be it for a part of it? */
export function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end
}
