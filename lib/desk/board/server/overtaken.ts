import type { BoardPlace } from '../board'
import type { StoredMove } from './read-draft'

/** Another organizer's move that came before this one unseen, and that this one stands over. */
export type Overtaken = { sessionId: string; place: BoardPlace; by: string | null }

/** Did somebody else make this move after the version of the draft that this one has seen? */
export function isUnseen(move: StoredMove, { seen, userId }: { seen: number; userId: string }): boolean {
  return move.version > seen && move.userId !== userId
}

export function overtakenOf({ sessionId, place, by }: StoredMove): Overtaken {
  return { sessionId, place, by }
}
