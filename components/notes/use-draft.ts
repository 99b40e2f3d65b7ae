import { useCallback, useEffect, useRef, useState } from 'react'
import { withEngine } from '@/lib/sync/client/local-state'
import { useNoteText } from '@/lib/sync/client/use-note-text'

export type Draft = Pick<ReturnType<typeof useNoteText>, 'text' | 'state' | 'flush'> & {
  /** Null until there is a note: one is made by the first letter. */
  id: string | null
  ready: boolean
  edit(text: string): void
  /** Makes the note if there is none. @returns its id */
  ensure(): Promise<string>
}

const FETCH_AFTER_MS = 1_000

/**
 * A note's text to write in, also where there is no note yet.
 * @param create makes the note with what was written so far
 */
export function useDraft(given: string | null, create: (text: string) => Promise<string>): Draft {
  const [created, setCreated] = useState<string | null>(null)
  const id = given ?? created
  const kept = useNoteText(id ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const creating = useRef<Promise<string> | null>(null)
  const latest = useRef('')

  const ensure = useCallback(async () => {
    if (id) return id
    creating.current ??= create(latest.current).then((made) => {
      setCreated(made)
      return made
    })
    // Should the store have no room, the next letter tries again.
    creating.current.catch(() => (creating.current = null))
    return creating.current
  }, [id, create])

  // There before the network is gone, and after what the page itself needs.
  useEffect(() => {
    const timer = setTimeout(() => void withEngine().then((engine) => engine.prepareWriting()), FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  const isKept = id !== null && kept.ready
  const { edit: editKept } = kept
  useEffect(() => {
    // What was typed while the note was being made.
    if (!isKept || typed === null) return
    if (typed !== '') editKept(typed)
    queueMicrotask(() => setTyped(null))
  }, [isKept, typed, editKept])

  const edit = useCallback((text: string) => {
    latest.current = text
    if (isKept) return editKept(text)
    setTyped(text)
    void ensure().catch(() => undefined)
  }, [isKept, editKept, ensure])

  return { id, edit, ensure, flush: kept.flush, text: typed ?? (isKept ? kept.text : ''), state: typed === null ? kept.state : 'saving', ready: id === null || isKept || typed !== null }
}
