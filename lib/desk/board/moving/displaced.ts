import { isSamePlace, type BoardAuthor, type BoardMove, type BoardPlace, type BoardSession } from '../board'
import { wantedIn, type Desk, type DraftChange } from './desk'

/** A session that was moved here, and then elsewhere by somebody else. */
export type Displaced = {
  /** The same for the same move of it here. */ key: string
  sessionId: string
  title: string
  /** Where it was put here. */ mine: BoardPlace
  /** Where somebody else wants it; null: out of the draft. */ move: BoardMove | null
  /** What puts it back to where it was put here. */ back: DraftChange
}

/**
 * Lists what others have moved since it was moved on this page, last moved first. What was undone here, and what is
 * still on its way to the server, is not among it; nor is what has come true, or was published elsewhere meanwhile.
 */
export function listDisplaced(
  { draft, done, waiting }: Pick<Desk, 'draft' | 'done' | 'waiting'>,
  published: ReadonlyMap<string, BoardSession>,
  { userId }: BoardAuthor,
): Displaced[] {
  const moves = new Map(draft.moves.map((move) => [move.sessionId, move]))
  const onItsWay = new Set(waiting.flatMap(({ changes }) => changes.map(({ sessionId }) => sessionId)))
  const latest = new Map<string, { id: string; change: DraftChange }>()
  for (const { id, changes } of done) for (const change of changes) latest.set(change.sessionId, { id, change })
  return [...latest.values()].reverse().flatMap(({ id, change }): Displaced[] => {
    const { sessionId, title, from } = change
    const mine = change.after?.place ?? from
    const move = moves.get(sessionId) ?? null
    const home = published.get(sessionId)
    if (!mine || onItsWay.has(sessionId) || move?.userId === userId) return []
    if (move ? isSamePlace(move.place, mine) : isSettled(change, home)) return []
    const back = { ...change, before: wantedIn(move ?? undefined) }
    return [{ key: `${id} ${sessionId}`, sessionId, title, mine, move, back }]
  })
}

/** Out of the draft it lies where it was put here, or the programme is another than it was: nobody took it out. */
function isSettled({ after: wanted, from }: DraftChange, home: BoardSession | undefined): boolean {
  if (!wanted || !from) return !wanted || home !== undefined
  return !home || isSamePlace(home, wanted.place) || !isSamePlace(home, from)
}
