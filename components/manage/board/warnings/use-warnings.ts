import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Board, BoardMove, BoardSession } from '@/lib/desk/board/board'
import type { BoardDemand } from '@/lib/desk/board/demand-facts'
import { indexPlaces, withDemand, type BoardIndex } from '@/lib/desk/board/warnings/board-index'
import { newWarnings } from '@/lib/desk/board/warnings/list-warnings'
import { standingWarnings, stillStanding } from '@/lib/desk/board/warnings/standing'
import type { BoardWarning } from '@/lib/desk/board/warnings/warning'
import type { Warned } from '../use-looks'

export type DraftWarnings = {
  /** With the draft: what is asked while something is held. */ index: BoardIndex
  /** What the draft brings that was not so before, worst first. */ warnings: readonly BoardWarning[]
  /** What cannot work in the programme as it is published, and still could not with the draft. */
  standing: readonly BoardWarning[]
  /** Those of both that somebody wants to hear no more of. */ ignored: readonly BoardWarning[]
  warned: Warned
}

/** What the draft brings, and what is so already, looked up after what was moved is seen. */
export function useWarnings(
  slug: string,
  board: Board,
  sessions: readonly BoardSession[],
  moves: readonly BoardMove[],
): DraftWarnings {
  const demand = useDemand(slug, board.version)
  const [later, moved] = [useDeferredValue(sessions), useDeferredValue(moves)]
  const places = useMemo(() => indexPlaces(board, board.sessions), [board])
  const published = useMemo(() => withDemand(places, demand), [places, demand])
  const known = useMemo(() => standingWarnings(published), [published])
  // Without a draft the two are one.
  const drafted = useMemo(
    () => (moved.length === 0 ? places : indexPlaces(board, later)),
    [board, later, moved, places],
  )
  const index = useMemo(
    () => (drafted === places ? published : withDemand(drafted, demand)),
    [drafted, places, published, demand],
  )
  return useMemo(() => {
    const ids = moved.map(({ sessionId }) => sessionId)
    const brought = newWarnings(published, index, ids)
    const standing = stillStanding(known, index, ids)
    const silent = new Set(board.draft.ignored)
    const isHeard = ({ key }: BoardWarning) => !silent.has(key)
    const heard = [brought, standing].map((all) => all.filter(isHeard))
    return {
      index,
      warnings: heard[0] ?? [],
      standing: heard[1] ?? [],
      ignored: [...brought, ...standing].filter((warning) => !isHeard(warning)),
      warned: warnedOf(heard.flat()),
    }
  }, [published, known, index, moved, board.draft.ignored])
}

/** Who wants to go where, for organizers; null: not known (yet), and nothing is said of it. */
function useDemand(slug: string, version: number): BoardDemand | null {
  const [demand, setDemand] = useState<BoardDemand | null>(null)
  useEffect(() => {
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
  }, [slug, version])
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
