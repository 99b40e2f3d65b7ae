import {
  boardPlaceOf,
  isSamePlace,
  misfitOf,
  type BoardMove,
  type BoardPlace,
  type BoardSession,
  type Misfit,
} from './board'

/** A move beside the programme as it is published now, by an import or by hand since it was made, too. */
export type ShownMove = BoardMove & {
  /** Where its session is published now, or was, if it is gone; null: it is drawn, and nowhere yet. */
  home: BoardPlace | null
  misfit: Misfit | null
  /** The programme has it there by now: publishing changes nothing. */ isThere: boolean
}

/** The moves of a draft, each with what it changes now: what lists, the board and releases say is the same. */
export function besideProgramme(
  moves: readonly BoardMove[],
  published: ReadonlyMap<string, BoardSession>,
): ShownMove[] {
  return moves.map((move) => {
    const session = published.get(move.sessionId)
    return {
      ...move,
      home: session ? boardPlaceOf(session) : move.from,
      misfit: misfitOf(move, session),
      isThere: session !== undefined && isSamePlace(session, move.place),
    }
  })
}
