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
  return {
    before: inPeople(before),
    after: inPeople(after),
    groups: groups.map((group) => tellGroup(group, byId)),
    gap,
  }
}

function tellGroup({ moves, gain: all }: MoveGroup, byId: ReadonlyMap<string, BoardSession>): ToldGroup {
  return {
    gain: inPeople(all),
    moves: moves.map(({ sessionId, from, to, gain: its }) => {
      const session = byId.get(sessionId)
      return { sessionId, from: placeOf(from, session), to: placeOf(to, session), gain: inPeople(its) }
    }),
  }
}

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
  const told = (people: number) => Math.round(people / STEP) * STEP
  return { turnedAway: told(turnedAway), choosing: told(choosing) }
}
