import { useState } from 'react'
import { keepSuggested } from '@/lib/desk/board/device/suggested-moves'
import type { BoardKey } from '@/lib/desk/board/device/waiting-steps'
import { moveOnBoardAction } from '@/lib/desk/board/server/actions'
import type { Elsewhere } from '@/lib/desk/board/server/move-on-board'
import type { ToldStep } from '@/lib/desk/suggest/told'

type Taking =
  | { state: 'open'; problem: string | null; elsewhere: readonly Elsewhere[] }
  | { state: 'taken'; moves: readonly ToldStep[]; hasFailed: boolean }
  | { state: 'undone'; count: number; left: readonly Elsewhere[] }

/** Puts moves of a suggestion into the draft, and takes them out again: never what others have moved since. */
export function useTaking({ conference, board, seen }: { conference: string; board: BoardKey; seen: number }) {
  const [pending, setPending] = useState(false)
  const [taking, setTaking] = useState<Taking>({ state: 'open', problem: null, elsewhere: [] })
  const send = async (moves: readonly ToldStep[], where: 'from' | 'to'): Promise<Sent> => {
    const asked = moves.map((move) => ({
      sessionId: move.sessionId,
      place: move[where],
      expected: where === 'to' ? { place: move.from, of: 'board' as const } : { place: move.to, of: 'draft' as const },
    }))
    setPending(true)
    const answer = await moveOnBoardAction({ conference, seen, moves: asked }).catch(() => UNAVAILABLE)
    setPending(false)
    if (answer.ok) return { problem: null, elsewhere: [] }
    return { problem: answer.reason, elsewhere: elsewhereIn(answer) }
  }
  const take = async (moves: readonly ToldStep[]) => {
    const sent = await send(moves, 'to')
    if (sent.problem === null) keepSuggested(board, moves, new Date())
    setTaking(sent.problem === null ? { state: 'taken', moves, hasFailed: false } : { state: 'open', ...sent })
  }
  /** Each refusal names what is left as it is; without those it is asked again. */
  const undo = async (moves: readonly ToldStep[], left: readonly Elsewhere[] = []): Promise<void> => {
    const rest = moves.filter(({ sessionId }) => left.every((one) => one.sessionId !== sessionId))
    if (rest.length === 0) return setTaking({ state: 'undone', count: 0, left })
    const { problem, elsewhere } = await send(rest, 'from')
    if (problem === null) return setTaking({ state: 'undone', count: rest.length, left })
    if (elsewhere.length > 0) return undo(moves, [...left, ...elsewhere])
    setTaking({ state: 'taken', moves, hasFailed: true })
  }
  return { taking, pending, take, undo }
}

type Sent = { /** Null: it is done. */ problem: string | null; elsewhere: readonly Elsewhere[] }

const UNAVAILABLE = { ok: false, reason: 'UNAVAILABLE' } as const

type Refusal = Exclude<Awaited<ReturnType<typeof moveOnBoardAction>> | typeof UNAVAILABLE, { ok: true }>

function elsewhereIn(refusal: Refusal): readonly Elsewhere[] {
  if (refusal.reason === 'moved-meanwhile') return refusal.elsewhere
  if (refusal.reason !== 'sessions-gone') return []
  return refusal.sessionIds.map((sessionId) => ({ sessionId, place: null, by: null }))
}
