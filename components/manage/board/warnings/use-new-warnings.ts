import { useMemo } from 'react'
import type { LandedSession } from '@/lib/desk/board/moving/carry'
import type { BoardIndex } from '@/lib/desk/board/warnings/board-index'
import { warningsOf } from '@/lib/desk/board/warnings/list-warnings'
import type { BoardWarning } from '@/lib/desk/board/warnings/warning'

/**
 * What would be wrong if these sessions were put there, and is not so where they are, worst first.
 * @param index null: it is being made, and nothing is known yet
 */
export function useNewWarnings(
  index: BoardIndex | null,
  landing: readonly LandedSession[] | null,
): readonly BoardWarning[] {
  // What is so already stays the same while the same are held.
  const ids = landing?.map(({ session }) => session.id).join(' ') ?? ''
  const known = useMemo(() => {
    const sessions = ids.split(' ').flatMap((id) => index?.sessions.get(id) ?? [])
    return new Set(index ? warningsOf(index, sessions).map(({ key }) => key) : [])
  }, [ids, index])
  return useMemo(() => {
    if (!landing || !index) return []
    const there = landing.map(({ session, place }) => ({ ...session, ...place }))
    return warningsOf(index, there).filter(({ key }) => !known.has(key))
  }, [landing, index, known])
}
