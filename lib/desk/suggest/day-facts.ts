import { takenBy } from '@/lib/program/taken-time'
import type { BoardRoom, BoardSession, BoardSpeaker } from '../board/board'
import type { Stretch } from './problem'

/** What organizers ask for. */
export type Wish = {
  /** `2026-03-25`, on the conference's clocks. */ day: string
  what: 'rooms' | 'times' | 'both'
  mostMoves: number
  /** Sessions that stay where they are. */ pinned: readonly string[]
}

/** What is known of sessions and of those who want to see them. */
export type SuggestFacts = {
  /** As the draft has them. */ sessions: readonly BoardSession[]
  rooms: readonly BoardRoom[]
  speakers: readonly BoardSpeaker[]
  /** How many are likely to come to a session, by its id. */ expected: ReadonlyMap<string, number>
  /** Of the logarithm of how many come for each pick. */ spread: number
  pairs: readonly SamePicks[]
}

/** Two sessions, by their ids, that so many people picked both of. */
export type SamePicks = { one: string; other: string; people: number }

/** A session of the day, when it takes its rooms, and its room: null where it has none or several. */
export type HeldSession = Stretch & { session: BoardSession; room: BoardRoom | null }

/** The sessions of a day that have a time. What frames others takes no room from them, and is not among them. */
export function placedOn({ sessions, rooms }: Pick<SuggestFacts, 'sessions' | 'rooms'>, day: string): HeldSession[] {
  const byId = new Map(rooms.map((room) => [room.id, room]))
  return sessions.flatMap((session) => {
    if (session.dayOn !== day || session.startAt === null || session.kind === 'container') return []
    const endAt = session.endAt === null ? null : new Date(session.endAt)
    const [only, ...more] = session.roomIds
    const room = more.length === 0 ? byId.get(only ?? '') : undefined
    return [{ ...takenBy({ startAt: new Date(session.startAt), endAt }), session, room: room ?? null }]
  })
}
