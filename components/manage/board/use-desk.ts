import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { BoardAuthor, BoardDraft, BoardSession } from '@/lib/desk/board/board'
import { listSuggestedSteps } from '@/lib/desk/board/device/suggested-moves'
import { keepWaitingSteps, listWaitingSteps } from '@/lib/desk/board/device/waiting-steps'
import { after, deskOf, undoable, type DraftChange, type Step, type WantedPlace } from '@/lib/desk/board/moving/desk'
import { keepsMemory } from '@/lib/platform/device-memory'
import type { Overtaken } from '@/lib/desk/board/server/overtaken'
import { moveOnBoardAction, takeFromDraftAction } from '@/lib/desk/board/server/actions'

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
 * server has it. Leaving the page before that is asked about.
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
      const outcome = await sendStep(slug, first)
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
  }, [first, slug, me, reload])
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

type Sent = { ok: true; version: number; overtaken: Overtaken[] } | { ok: false; reason: string }

/** What is wanted somewhere is moved; what is wanted where it is published is taken from the draft. */
async function sendStep(slug: string, { changes, seen }: Step): Promise<Sent> {
  const moves = changes.flatMap(({ sessionId, after: wanted }) => (wanted ? [{ sessionId, ...copyOf(wanted) }] : []))
  const sessionIds = changes.flatMap(({ sessionId, after: wanted }) => (wanted ? [] : [sessionId]))
  let sent: Sent = { ok: false, reason: 'INVALID' }
  if (moves.length > 0) {
    const answer = await moveOnBoardAction({ conference: slug, moves, seen }).catch(() => UNAVAILABLE)
    sent = answer.ok ? answer.value : answer
    if (!sent.ok) return sent
  }
  if (sessionIds.length === 0) return sent
  const answer = await takeFromDraftAction({ conference: slug, sessionIds, seen }).catch(() => UNAVAILABLE)
  if (!answer.ok) return answer
  const { version, overtaken } = answer.value
  return { ok: true, version, overtaken: sent.ok ? [...sent.overtaken, ...overtaken] : overtaken }
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
