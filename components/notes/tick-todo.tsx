import { useEffect, useRef } from 'react'
import { findTodo, toggleTodo } from '@/lib/notes/marks'
import { useNoteText } from '@/lib/sync/client/use-note-text'

type Props = { noteId: string; mark: { line: number; text: string }; onDone: () => void }

/** Ticks a to-do in its note as an edit like any other, and is gone. */
export function TickTodo({ noteId, mark, onDone }: Props) {
  const { text, ready, edit, flush } = useNoteText(noteId)
  const done = useRef(false)
  useEffect(() => {
    if (!ready || done.current) return
    done.current = true
    const line = findTodo(text, mark)
    if (line !== null) edit(toggleTodo(text, line))
    void flush().finally(onDone)
  }, [ready, text, mark, edit, flush, onDone])
  return null
}
