import {
  costOf,
  movedIn,
  overlap,
  spotAt,
  staying,
  totalOf,
  type Chosen,
  type Cost,
  type SuggestProblem,
  type Stretch,
} from './problem'
import type { BestAnswer } from './best-so-far'

/** How many fewer are turned away, and how many fewer must choose. */
export type Gain = { turnedAway: number; choosing: number }

export type SuggestedMove = {
  sessionId: string
  from: Stretch & { roomId: string }
  to: Stretch & { roomId: string }
  /** By it alone, with the other moves. */ gain: Gain
}

/** Moves of which one needs another, because it goes where that leaves: they are taken together or not at all. */
export type MoveGroup = { moves: readonly SuggestedMove[]; /** By all of them, with the other groups. */ gain: Gain }

export type Suggestion = {
  before: Gain
  after: Gain
  /** The one that gains most first. */ groups: readonly MoveGroup[]
  /** From 0 to 1, of what the solver counts: so much less at most could the best answer have. */ gap: number
}

/** Reads an answer back: what it moves, and what each move is good for. */
export function suggestionOf(problem: SuggestProblem, { chosen, counted, bound }: BestAnswer): Suggestion {
  const after = costOf(problem, chosen)
  const groups = groupsOf(problem, chosen).map((sessions) => ({
    sessions,
    gain: without(problem, chosen, sessions, after),
  }))
  return {
    before: gainOf(costOf(problem, staying(problem))),
    after: gainOf(after),
    groups: groups
      .sort((a, b) => sumOfGain(b.gain) - sumOfGain(a.gain))
      .map(({ sessions, gain }) => ({
        gain,
        moves: sessions.map((session) => ({
          sessionId: problem.sessions[session]?.id ?? '',
          from: placeOf(problem, staying(problem), session),
          to: placeOf(problem, chosen, session),
          gain: without(problem, chosen, [session], after),
        })),
      })),
    gap: counted > 0 ? Math.max(0, (counted - bound) / counted) : 0,
  }
}

/** What these moves save: what it would cost more to leave those sessions where they are. */
function without(problem: SuggestProblem, chosen: Chosen, sessions: readonly number[], after: Cost): Gain {
  const left = costOf(
    problem,
    chosen.map((spot, session) => (sessions.includes(session) ? 0 : spot)),
  )
  return { turnedAway: left.turnedAway - after.turnedAway, choosing: left.choosing - after.choosing }
}

/** The sessions that move, those together that go where another of them leaves. */
function groupsOf(problem: SuggestProblem, chosen: Chosen): number[][] {
  const groups: number[][] = []
  for (const session of movedIn(chosen)) {
    const joined = groups.filter((group) => group.some((other) => needOneAnother(problem, chosen, session, other)))
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push([...joined.flat(), session])
  }
  return groups
}

function needOneAnother(problem: SuggestProblem, chosen: Chosen, one: number, other: number): boolean {
  const now = staying(problem)
  const meets = (a: number, b: number) => {
    const [to, left] = [spotAt(problem, chosen, a), spotAt(problem, now, b)]
    return overlap(to, left) && (to.roomId === left.roomId || shareSpeaker(problem, a, b))
  }
  return meets(one, other) || meets(other, one)
}

function shareSpeaker({ speakers }: SuggestProblem, one: number, other: number): boolean {
  return speakers.some((those) => those.includes(one) && those.includes(other))
}

function placeOf(problem: SuggestProblem, chosen: Chosen, session: number): SuggestedMove['from'] {
  const { roomId, start, end } = spotAt(problem, chosen, session)
  return { roomId, start, end }
}

function gainOf({ turnedAway, choosing }: Cost): Gain {
  return { turnedAway, choosing }
}

function sumOfGain({ turnedAway, choosing }: Gain): number {
  return totalOf({ turnedAway, choosing, change: 0 })
}
