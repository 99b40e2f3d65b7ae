import { countedOf } from './counted'
import { greedyFrom } from './first-answer'
import { clashesOf, movedIn, spotAt, type Chosen, type Movable, type SuggestProblem } from './problem'

/**
 * Looks for a better answer near one: takes back each move, and each two, and moves again what then saves most. A
 * search in wholes that begins at a good answer leaves out the sooner what cannot be better.
 * @param isOpen the spots that are looked at
 */
export function betterAnswer(
  problem: SuggestProblem,
  from: Chosen,
  isOpen: (session: number, spot: number) => boolean,
  isTimeLeft: () => boolean,
): Chosen {
  const kept = problem.sessions.map(({ spots }, session) =>
    [...spots.keys()].filter((spot) => spot === 0 || spot === from[session] || isOpen(session, spot)),
  )
  const near = { ...problem, sessions: problem.sessions.map((its, session) => withSpots(its, kept[session] ?? [])) }
  const start = from.map((spot, session) => kept[session]?.indexOf(spot) ?? 0)
  return descend(near, start, isTimeLeft).map((spot, session) => kept[session]?.[spot] ?? 0)
}

function withSpots({ id, spots }: Movable, kept: readonly number[]): Movable {
  const [now, ...others] = spots
  return { id, spots: [now, ...others.filter((_, index) => kept.includes(index + 1))] }
}

function descend(problem: SuggestProblem, start: Chosen, isTimeLeft: () => boolean): Chosen {
  let best = { chosen: start, counted: countedOf(problem, start) }
  for (let isBetter = true; isBetter;) {
    isBetter = false
    for (const back of takenBack(movedIn(best.chosen))) {
      if (!isTimeLeft()) return best.chosen
      const chosen = greedyFrom(problem, without(problem, best.chosen, back), isTimeLeft)
      const counted = countedOf(problem, chosen)
      if (counted >= best.counted - 1e-6) continue
      best = { chosen, counted }
      isBetter = true
      break
    }
  }
  return best.chosen
}

/** Each alone, then each two. */
function takenBack(moved: readonly number[]): number[][] {
  return [...moved.map((one) => [one]), ...moved.flatMap((a, index) => moved.slice(index + 1).map((b) => [a, b]))]
}

/** Some are where they were, and with them those that are in their way. */
function without(problem: SuggestProblem, chosen: Chosen, back: readonly number[]): Chosen {
  const then = [...chosen]
  const waiting = [...back]
  for (let session = waiting.pop(); session !== undefined; session = waiting.pop()) {
    then[session] = 0
    waiting.push(...clashesOf(problem, then, session, spotAt(problem, then, session)).filter((its) => then[its] !== 0))
  }
  return then
}
