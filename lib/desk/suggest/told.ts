import {
  array,
  type infer as Infer,
  discriminatedUnion,
  enum as oneOf,
  literal,
  nullable,
  number,
  object,
  string,
} from 'zod/mini'
import type { BoardSession } from '../board/board'
import type { Gain, MoveGroup, SuggestedMove, Suggestion } from './suggestion'

const gain = object({ turnedAway: number(), choosing: number() })
const place = object({
  dayOn: string(),
  startAt: string(),
  endAt: nullable(string()),
  roomIds: array(string()),
})
const move = object({ sessionId: string(), from: place, to: place, gain })
const suggestion = object({
  before: gain,
  after: gain,
  groups: array(object({ moves: array(move), gain })),
  gap: number(),
})

/** A line of what a page is told while a suggestion is searched: each better one, the best, or why there is none. */
export const toldSchema = discriminatedUnion('state', [
  object({ state: literal('searching'), suggestion }),
  object({ state: literal('done'), suggestion }),
  object({ state: literal('failed'), reason: oneOf(['too-much', 'nothing-to-move', 'UNAVAILABLE']) }),
])
export type Told = Infer<typeof toldSchema>
export type ToldSuggestion = Infer<typeof suggestion>
export type ToldGroup = ToldSuggestion['groups'][number]
export type ToldStep = Infer<typeof move>

/** Of two looks that lie one person apart the second would tell what that person picked: people come in fives. */
const STEP = 5

/** The suggestion as a page is told it, its places as the board has them. */
export function tell({ before, after, groups, gap }: Suggestion, sessions: readonly BoardSession[]): ToldSuggestion {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  const [now, then] = [inPeople(before), inPeople(after)]
  const gains = shareOut(
    groups.map((group) => group.gain),
    { turnedAway: now.turnedAway - then.turnedAway, choosing: now.choosing - then.choosing },
  )
  return { before: now, after: then, groups: groups.map((group, index) => tellGroup(group, gains[index], byId)), gap }
}

function tellGroup(
  { moves }: MoveGroup,
  all: Gain = NOTHING,
  byId: ReadonlyMap<string, BoardSession> = new Map(),
): ToldGroup {
  const gains = shareOut(
    moves.map((one) => one.gain),
    all,
  )
  return {
    gain: all,
    moves: moves.map(({ sessionId, from, to }, index) => {
      const session = byId.get(sessionId)
      return { sessionId, from: placeOf(from, session), to: placeOf(to, session), gain: gains[index] ?? NOTHING }
    }),
  }
}

const NOTHING: Gain = { turnedAway: 0, choosing: 0 }

function placeOf({ start, end, roomId }: SuggestedMove['to'], session: BoardSession | undefined): ToldStep['to'] {
  return {
    dayOn: session?.dayOn ?? '',
    startAt: new Date(start).toISOString(),
    // One without an end has none elsewhere.
    endAt: session?.endAt ? new Date(end).toISOString() : null,
    roomIds: [roomId],
  }
}

function inPeople({ turnedAway, choosing }: Gain): Gain {
  return { turnedAway: inSteps(turnedAway), choosing: inSteps(choosing) }
}

function inSteps(people: number): number {
  // Nor is there a minus nought.
  return Math.round(people / STEP) * STEP + 0
}

/** Gains in steps of five that add up to what all of them gain together. */
function shareOut(gains: readonly Gain[], all: Gain): Gain[] {
  const [turnedAway, choosing] = (['turnedAway', 'choosing'] as const).map((what) =>
    addingUpTo(
      all[what],
      gains.map((gain) => gain[what]),
    ),
  )
  return gains.map((_, index) => ({ turnedAway: turnedAway?.[index] ?? 0, choosing: choosing?.[index] ?? 0 }))
}

/** Each to its nearest step, but for those that lie nearest to the next one in the direction that is missing. */
function addingUpTo(total: number, exact: readonly number[]): number[] {
  const told = exact.map(inSteps)
  for (let missing = total - sumOf(told); missing !== 0 && told.length > 0; missing = total - sumOf(told)) {
    const step = Math.sign(missing) * STEP
    // How far each would be from what is exact, if it took the step.
    const off = told.map((people, index) => Math.abs(people + step - (exact[index] ?? 0)))
    const nearest = off.indexOf(Math.min(...off))
    told[nearest] = (told[nearest] ?? 0) + step
  }
  return told
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
