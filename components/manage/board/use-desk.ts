import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { BoardAuthor, BoardDraft, BoardSession } from '@/lib/desk/board/board'
import { listSuggestedSteps } from '@/lib/desk/board/device/suggested-moves'
import { sendInTurn, sendWaitingSteps } from '@/lib/desk/board/device/send-waiting'
import { keepWaitingSteps, listWaitingSteps } from '@/lib/desk/board/device/waiting-steps'
import { after, deskOf, undoable, type DraftChange } from '@/lib/desk/board/moving/desk'
import { keepsMemory } from '@/lib/platform/device-memory'
import type { Overtaken } from '@/lib/desk/board/server/overtaken'
import { sendStep } from './sending/send-step'

/** A network that failed is asked again so soon, and then twice as long after each failure. */
const [SOON_MS, LATEST_MS] = [1_000, 15_000]

type Given = {
  slug: string
  conferenceId: string
  /** How the server told it last. */ draft: BoardDraft
  /** As they are published. */ sessions: readonly BoardSession[]
  me: BoardAuthor
  /** Asks the server how the draft stands. */ reload: () => void
}

/**
 * The draft on this page: what is done is seen at once, sent one after the other, and kept on this device until the
 * server has it. Closing the page before that is asked about; on other pages of the app the rest is sent.
 */
export function useDesk({ slug, conferenceId, draft, sessions, me, reload }: Given) {
  const [key] = useState(() => ({ conferenceId, userId: me.userId ?? '' }))
  const [desk, dispatch] = useReducer(after, draft, (told) =>
    deskOf(told, listWaitingSteps(key), listSuggestedSteps(key, { draft: told, sessions }, new Date())),
  )
  const [isKept] = useState(keepsMemory)
  const [isOffline, setOffline] = useState(false)
  const [refusals, setRefusals] = useState<readonly StepRefusal[]>([])
  const [overtaken, setOvertaken] = useState<readonly Overtaken[]>([])
  useEffect(() => dispatch({ kind: 'told', draft }), [draft])
  useEffect(() => keepWaitingSteps(key, desk.waiting), [key, desk.waiting])
  const first = desk.waiting[0]
  const known = useRef(0)
  useEffect(() => {
    known.current = desk.draft.version
  })
  useEffect(() => {
    if (!first) return
    let [isOver, wait] = [false, SOON_MS]
    let timer: ReturnType<typeof setTimeout> | undefined
    const send = async () => {
      clearTimeout(timer)
      const outcome = await sendInTurn(key, first, (step) => sendStep(slug, step))
      if (isOver) return
      setOffline(!outcome.ok && outcome.reason === 'UNAVAILABLE')
      if (outcome.ok) {
        setOvertaken((known) => [...without(known, outcome.overtaken), ...outcome.overtaken])
        // What others did in between may have been told to nobody here.
        if (outcome.version > known.current + 1) reload()
        return dispatch({ kind: 'confirmed', id: first.id, version: outcome.version, author: me })
      }
      if (outcome.reason === 'UNAVAILABLE') {
        timer = setTimeout(() => void send(), wait)
        wait = Math.min(2 * wait, LATEST_MS)
        return
      }
      const { id, changes } = first
      const { reason } = outcome
      setRefusals((known) => [...known, { id, reason, titles: changes.map(({ title }) => title) }])
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
  }, [first, key, slug, me, reload])
  // What is not sent yet when the board is left is sent on the page that this leads to.
  useEffect(() => () => void sendWaitingSteps(key, (step) => sendStep(slug, step)), [key, slug])
  useAskBeforeLeaving(desk.waiting.length > 0)

  /** @param seen the draft's version that was looked at, where that is not the one of now */
  const make = useCallback((changes: readonly DraftChange[], seen?: number) => {
    setOvertaken((known) => without(known, changes))
    dispatch({ kind: 'did', step: { id: crypto.randomUUID(), ...now(), changes, seen } })
  }, [])
  const dismiss = useCallback((id: string) => {
    setRefusals((known) => known.filter((one) => one.id !== id))
    setOvertaken((known) => known.filter(({ sessionId }) => sessionId !== id))
  }, [])
  const undo = useCallback(() => dispatch({ kind: 'undid', id: crypto.randomUUID(), ...now() }), [])
  const redo = useCallback(() => dispatch({ kind: 'redid', id: crypto.randomUUID(), ...now() }), [])
  const close = useCallback((told: BoardDraft) => dispatch({ kind: 'closed', draft: told }), [])
  return {
    desk,
    isOffline,
    isKept,
    refusals,
    dismiss,
    overtaken,
    make,
    undo,
    redo,
    close,
    wouldUndo: undoable(desk),
    wouldRedo: undoable(desk, 'undone'),
  }
}

/** A step that was not kept: nothing of it is in the draft. */
export type StepRefusal = { id: string; reason: string; titles: readonly string[] }

function without<Of extends { sessionId: string }>(
  known: readonly Of[],
  those: readonly { sessionId: string }[],
): Of[] {
  return known.filter(({ sessionId }) => those.every((one) => one.sessionId !== sessionId))
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
