import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { BoardDraft } from '@/lib/desk/board/board'
import { after, deskOf, undoable, type DraftChange, type Step, type WantedPlace } from '@/lib/desk/board/moving/desk'
import type { Overtaken } from '@/lib/desk/board/server/move-on-board'
import { moveOnBoardAction, takeFromDraftAction } from '@/lib/desk/board/server/actions'

/** A network that failed is asked again so soon, and then twice as long after each failure. */
const [SOON_MS, LATEST_MS] = [1_000, 15_000]

type Given = {
  slug: string
  /** How the server told it last. */ draft: BoardDraft
  me: string | null
}

/**
 * The draft on this page: what is done is seen at once, sent one after the other, and kept here until the server has
 * it. Leaving the page before that is asked about.
 */
export function useDesk({ slug, draft, me }: Given) {
  const [desk, dispatch] = useReducer(after, draft, deskOf)
  const [isOffline, setOffline] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [overtaken, setOvertaken] = useState<readonly Overtaken[]>([])
  useEffect(() => dispatch({ kind: 'told', draft }), [draft])
  const first = desk.waiting[0]
  const seen = useRef(0)
  useEffect(() => {
    seen.current = desk.draft.version
  })
  useEffect(() => {
    if (!first) return
    let [isOver, wait] = [false, SOON_MS]
    let timer: ReturnType<typeof setTimeout> | undefined
    const send = async () => {
      clearTimeout(timer)
      const outcome = await sendStep(slug, first, seen.current)
      if (isOver) return
      setOffline(!outcome.ok && outcome.reason === 'UNAVAILABLE')
      if (outcome.ok) {
        if (outcome.overtaken.length > 0) setOvertaken(outcome.overtaken)
        return dispatch({ kind: 'confirmed', id: first.id, version: outcome.version, by: me })
      }
      if (outcome.reason === 'UNAVAILABLE') {
        timer = setTimeout(() => void send(), wait)
        wait = Math.min(2 * wait, LATEST_MS)
        return
      }
      setRefusal(outcome.reason)
      dispatch({ kind: 'refused', id: first.id })
    }
    const again = () => void send()
    addEventListener('online', again)
    void send()
    return () => {
      isOver = true
      clearTimeout(timer)
      removeEventListener('online', again)
    }
  }, [first, slug, me])
  useAskBeforeLeaving(desk.waiting.length > 0)

  const make = useCallback((changes: readonly DraftChange[]) => {
    setRefusal(null)
    setOvertaken([])
    dispatch({ kind: 'did', step: { id: crypto.randomUUID(), ...now(), changes } })
  }, [])
  const undo = useCallback(() => dispatch({ kind: 'undid', id: crypto.randomUUID(), ...now() }), [])
  const redo = useCallback(() => dispatch({ kind: 'redid', id: crypto.randomUUID(), ...now() }), [])
  const close = useCallback((told: BoardDraft) => dispatch({ kind: 'closed', draft: told }), [])
  return { desk, isOffline, refusal, overtaken, make, undo, redo, close, leftByUndo: undoable(desk).left }
}

type Sent = { ok: true; version: number; overtaken: Overtaken[] } | { ok: false; reason: string }

/** What is wanted somewhere is moved; what is wanted where it is published is taken from the draft. */
async function sendStep(slug: string, { changes }: Step, seen: number): Promise<Sent> {
  const moves = changes.flatMap(({ sessionId, after: wanted }) => (wanted ? [{ sessionId, ...copyOf(wanted) }] : []))
  const sessionIds = changes.flatMap(({ sessionId, after: wanted }) => (wanted ? [] : [sessionId]))
  let sent: Sent = { ok: false, reason: 'INVALID' }
  if (moves.length > 0) {
    const answer = await moveOnBoardAction({ conference: slug, moves, seen }).catch(() => UNAVAILABLE)
    sent = answer.ok ? answer.value : answer
    if (!sent.ok) return sent
  }
  if (sessionIds.length === 0) return sent
  const answer = await takeFromDraftAction({ conference: slug, sessionIds }).catch(() => UNAVAILABLE)
  if (!answer.ok) return answer
  return { ok: true, version: answer.value.version, overtaken: sent.ok ? sent.overtaken : [] }
}

const UNAVAILABLE = { ok: false, reason: 'UNAVAILABLE' } as const

function copyOf({ place, ...wanted }: NonNullable<WantedPlace>) {
  return { ...wanted, place: { ...place, roomIds: [...place.roomIds] } }
}

function useAskBeforeLeaving(isAsked: boolean): void {
  useEffect(() => {
    if (!isAsked) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isAsked])
}

function now(): { at: string } {
  return { at: new Date().toISOString() }
}
