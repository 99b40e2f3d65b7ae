import { useCallback, useEffect, useRef, useState } from 'react'
import { editRecapAction } from '@/lib/recaps/actions'
import type { EditRecap } from '@/lib/recaps/schema'

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'changedElsewhere' | 'failed'
export type Draft = Omit<EditRecap, 'id' | 'editedFrom' | 'summary'> & { summary: string }

const PAUSE_MS = 1_500

/** Keeps a recap on the server while it is written: a moment after the last key, one save at a time, never over what was saved elsewhere. */
export function useAutosave(id: string, savedAt: string) {
  const [state, setState] = useState<SaveState>('saved')
  const editedFromRef = useRef(savedAt)
  const waitingRef = useRef<Draft | null>(null)
  const isSavingRef = useRef(false)
  const timerRef = useRef(0)

  const save = useCallback(async () => {
    if (isSavingRef.current) return
    isSavingRef.current = true
    while (waitingRef.current) {
      const draft = waitingRef.current
      waitingRef.current = null
      setState('saving')
      const answer = await editRecapAction({ ...draft, id, editedFrom: editedFromRef.current }).catch(() => ({ ok: false as const, reason: 'UNAVAILABLE' }))
      if (answer.ok) {
        editedFromRef.current = answer.value.updatedAt
        setState(waitingRef.current ? 'unsaved' : 'saved')
        continue
      }
      // What could not be saved waits for the next key, unless something newer does already.
      waitingRef.current ??= draft
      setState(answer.reason === 'changedElsewhere' ? 'changedElsewhere' : 'failed')
      break
    }
    isSavingRef.current = false
  }, [id])

  const change = useCallback((draft: Draft) => {
    waitingRef.current = draft
    setState('unsaved')
    clearTimeout(timerRef.current)
    timerRef.current = window.setTimeout(() => void save(), PAUSE_MS)
  }, [save])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (state !== 'saved') event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [state])

  return { state, change }
}
