import { useCallback, useEffect, useState } from 'react'
import type { Board, BoardMove, BoardSession } from '@/lib/desk/board/board'
import type { BoardDemand } from '@/lib/desk/board/demand-facts'
import { indexPlaces, withDemand, type BoardIndex, type PlaceIndex } from '@/lib/desk/board/warnings/board-index'
import { newWarnings } from '@/lib/desk/board/warnings/list-warnings'
import { standingWarnings, stillStanding } from '@/lib/desk/board/warnings/standing'
import type { BoardWarning } from '@/lib/desk/board/warnings/warning'
import type { Parts } from '@/lib/platform/tasks/in-parts'
import type { Warned } from '../use-looks'
import { useInParts } from './use-in-parts'

export type DraftWarnings = {
  /** With the draft: what is asked while something is held. */ index: BoardIndex
  /** What the draft brings that was not so before, worst first. */ warnings: readonly BoardWarning[]
  /** What cannot work in the programme as it is published, and still could not with the draft. */
  standing: readonly BoardWarning[]
  /** Those of both that somebody wants to hear no more of. */ ignored: readonly BoardWarning[]
  warned: Warned
}

/**
 * What the draft brings, and what is so already, looked up a little at a time after what was moved is seen: whoever
 * moves on meanwhile is not held up. Null: it is not known yet.
 */
export function useWarnings(
  slug: string,
  board: Board,
  sessions: readonly BoardSession[],
  moves: readonly BoardMove[],
): DraftWarnings | null {
  // Whoever leads a track is not told whom everybody picked.
  const demand = useDemand(slug, board.version, board.mine === null)
  const { rooms, speakers, walks, sessions: published, draft } = board
  const before = useInParts(
    useCallback(
      () => lookAtPublished({ rooms, speakers, walks, sessions: published }),
      [rooms, speakers, walks, published],
    ),
  )
  return useInParts(
    useCallback(
      () => (before ? lookAtDraft(before, { sessions, moves, demand, ignored: draft.ignored }) : null),
      [before, sessions, moves, demand, draft.ignored],
    ),
  )
}

type Programme = Pick<Board, 'rooms' | 'speakers' | 'walks' | 'sessions'>
type Published = { programme: Programme; places: PlaceIndex; standing: readonly BoardWarning[] }

function* lookAtPublished(programme: Programme): Parts<Published> {
  const places = yield* indexPlaces(programme, programme.sessions)
  // Nothing of it hangs on who wants to go where.
  return { programme, places, standing: yield* standingWarnings(withDemand(places, null)) }
}

type Drafted = {
  sessions: readonly BoardSession[]
  moves: readonly BoardMove[]
  demand: BoardDemand | null
  ignored: readonly string[]
}

function* lookAtDraft(
  { programme, places, standing: known }: Published,
  { sessions, moves, demand, ignored }: Drafted,
): Parts<DraftWarnings> {
  // Without a draft the two are one.
  const index = withDemand(moves.length === 0 ? places : yield* indexPlaces(programme, sessions), demand)
  yield
  const ids = moves.map(({ sessionId }) => sessionId)
  const brought = newWarnings(withDemand(places, demand), index, ids)
  yield
  const all = { warnings: brought, standing: stillStanding(known, index, ids) }
  const silent = new Set(ignored)
  const isHeard = ({ key }: BoardWarning) => !silent.has(key)
  const [warnings, standing] = [all.warnings.filter(isHeard), all.standing.filter(isHeard)]
  return {
    ...{ index, warnings, standing },
    ignored: [...all.warnings, ...all.standing].filter((warning) => !isHeard(warning)),
    warned: warnedOf([...warnings, ...standing]),
  }
}

/** Who wants to go where, for organizers; null: not known (yet), and nothing is said of it. */
function useDemand(slug: string, version: number, isTold: boolean): BoardDemand | null {
  const [demand, setDemand] = useState<BoardDemand | null>(null)
  useEffect(() => {
    if (!isTold) return
    let isOver = false
    void fetch(`/api/v1/board/demand?conference=${encodeURIComponent(slug)}`)
      .then(async (answer): Promise<unknown> => (answer.ok ? answer.json() : null))
      .then((value) => {
        if (!isOver && isDemand(value)) setDemand(value)
      })
      // Without it the board has fewer warnings, and is one.
      .catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [slug, version, isTold])
  return demand
}

function isDemand(value: unknown): value is BoardDemand {
  return typeof value === 'object' && value !== null && 'expected' in value && 'together' in value
}

function warnedOf(warnings: readonly BoardWarning[]): Warned {
  const warned = new Map<string, { count: number; isUrgent: boolean }>()
  for (const { sessionIds, severity } of warnings)
    for (const id of sessionIds) {
      const { count, isUrgent } = warned.get(id) ?? { count: 0, isUrgent: false }
      warned.set(id, { count: count + 1, isUrgent: isUrgent || severity === 'error' })
    }
  return warned
}
