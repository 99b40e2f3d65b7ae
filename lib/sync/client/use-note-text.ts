import { useCallback, useEffect, useRef, useState } from 'react'
import { withEngine } from './local-state'
import type { NoteTextHere, ShownText } from './note-text'

type UsedNoteText = ShownText & {
  /** Takes the whole new text. */
  edit: (text: string) => void
  /** Resolves once what was typed is on this device, or was tried. */
  flush: () => Promise<void>
}

const unread: ShownText = { text: '', ready: false, state: 'server' }

/** A note's text to write in, from this device's own store; it is there at most 300 ms after it was typed. @param id empty: no note yet */
export function useNoteText(id: string): UsedNoteText {
  const [shown, setShown] = useState<{ id: string; text: ShownText }>({ id, text: unread })
  const here = useRef<{ id: string; note: NoteTextHere } | null>(null)
  useEffect(() => {
    if (!id) return
    let gone = false
    const opening = withEngine().then((engine) => engine.openNote(id, (text) => !gone && setShown({ id, text })))
    opening.then((note) => !gone && (here.current = { id, note }), () => undefined)
    return () => {
      gone = true
      here.current = null
      opening.then((note) => note.close(), () => undefined)
    }
  }, [id])
  const edit = useCallback((text: string) => here.current?.note.edit(text), [])
  const flush = useCallback(() => here.current?.note.flush() ?? Promise.resolve(), [])
  return { ...(shown.id === id ? shown.text : unread), edit, flush }
}
