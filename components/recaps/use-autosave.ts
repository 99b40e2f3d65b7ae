import { useCallback, useEffect, useRef, useState } from 'react'
import { editRecapAction } from '@/lib/recaps/actions'
import type { RecapDraft } from '@/lib/recaps/draft'
import { dropRecapDraft, keepRecapDraft, keptRecapDraft } from '@/lib/sync/client/recap-drafts'
import { openDraft } from './open-draft'

/** `here`: on this device, waiting for the server. `otherDraft`: this device keeps words for a text that was saved elsewhere since. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'here' | 'changedElsewhere' | 'failed' | 'otherDraft'

const PAUSE_MS = 1_500
const AGAIN_MS = 10_000

/**
 * Keeps a recap while it is written: on this device with every key, on the server a moment after the last, one save at a time, never over what was
 * saved elsewhere. Without a network it waits, also for the page to be opened again.
 * @param shown shows a draft that this device kept
 */
export function useAutosave(id: string, savedAt: string, shown: (draft: RecapDraft) => void) {
  const [state, setState] = useState<SaveState>('saved')
  const [kept, setKept] = useState<RecapDraft | null>(null)
  const editedFromRef = useRef(savedAt)
  const waitingRef = useRef<RecapDraft | null>(null)
  const savingRef = useRef<Promise<void> | null>(null)
  const timerRef = useRef(0)

  const saveAll = useCallback(async () => {
    while (waitingRef.current) {
      const draft = waitingRef.current
      waitingRef.current = null
      setState('saving')
      const answer = await editRecapAction({ ...draft, id, editedFrom: editedFromRef.current }).catch(() => ({ ok: false as const, reason: 'UNAVAILABLE' }))
      if (answer.ok) {
        editedFromRef.current = answer.value.updatedAt
        await dropRecapDraft(id, draft)
        setState(waitingRef.current ? 'unsaved' : 'saved')
        continue
      }
      // What could not be saved waits, unless something newer does already.
      waitingRef.current ??= draft
      setState(answer.reason === 'changedElsewhere' ? 'changedElsewhere' : answer.reason === 'UNAVAILABLE' ? 'here' : 'failed')
      return
    }
  }, [id])

  const save = useCallback((): Promise<void> => {
    clearTimeout(timerRef.current)
    savingRef.current ??= saveAll().finally(() => (savingRef.current = null))
    return savingRef.current
  }, [saveAll])

  const change = useCallback((draft: RecapDraft) => {
    waitingRef.current = draft
    setState('unsaved')
    void keepRecapDraft({ id, editedFrom: editedFromRef.current, draft })
    clearTimeout(timerRef.current)
    timerRef.current = window.setTimeout(() => void save(), PAUSE_MS)
  }, [id, save])

  useEffect(() => {
    if (state !== 'here') return
    const again = setInterval(() => void save(), AGAIN_MS)
    return () => clearInterval(again)
  }, [state, save])

  useEffect(() => openDraft(async () => {
    await save()
    return waitingRef.current === null
  }), [save])

  useEffect(() => {
    let isOver = false
    void keptRecapDraft(id).then((found) => {
      if (!found || isOver || waitingRef.current) return
      if (found.editedFrom !== editedFromRef.current) {
        setKept(found.draft)
        return setState('otherDraft')
      }
      shown(found.draft)
      change(found.draft)
    })
    const online = () => void save()
    addEventListener('online', online)
    return () => {
      isOver = true
      removeEventListener('online', online)
    }
  }, [id, change, save, shown])

  /** Takes this device's words after all: what stands on the server is kept among the earlier texts. */
  const take = () => {
    if (!kept) return
    shown(kept)
    change(kept)
    setKept(null)
  }
  const letGo = () => {
    void dropRecapDraft(id)
    setKept(null)
    setState('saved')
  }
  return { state, change, take, letGo }
}
