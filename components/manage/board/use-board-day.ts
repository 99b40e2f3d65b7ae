import { useMemo, useState } from 'react'
import type { Board, BoardSession, BoardPlace } from '@/lib/desk/board/board'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import { layingOut, type BoardDay } from '@/lib/desk/board/layout/board-day'

/** A day of the board with its draft, laid out; what nothing moved in stays the same value. */
export function useBoardDay(board: Board, sessions: readonly BoardSession[], day: string): BoardDay {
  const [layOut] = useState(layingOut)
  const { rooms, sessions: published, timeZone } = board
  return useMemo(
    () => layOut({ rooms, published, sessions, day, timeZone }),
    [layOut, rooms, published, sessions, day, timeZone],
  )
}

/** Where sessions were published on this day that the draft has elsewhere, by room; null: without one. */
export function useLeft(moves: readonly ShownMove[], day: string): ReadonlyMap<string | null, readonly BoardPlace[]> {
  return useMemo(() => {
    const left = new Map<string | null, BoardPlace[]>()
    for (const { home } of moves)
      if (home?.dayOn === day && home.startAt)
        for (const id of home.roomIds.length > 0 ? home.roomIds : [null]) left.set(id, [...(left.get(id) ?? []), home])
    return left
  }, [moves, day])
}
