import { useState } from 'react'
import { noteActions } from '@/lib/notes/device/note-actions'
import { useDeletedNotes } from '@/lib/notes/device/use-notes'

type JustDeleted = {
  /** The note that was deleted on this screen; null as soon as it is back, by whichever way. */ id: string | null
  onDeleted: (id: string) => void
  undo: () => void
}

/** What a screen says of a note that was deleted on it, for as long as that is so. */
export function useJustDeleted(): JustDeleted {
  const [deleted, setDeleted] = useState<{ id: string; isListed: boolean } | null>(null)
  const { notes } = useDeletedNotes(null)
  const isListed = notes.some(({ id }) => id === deleted?.id)
  // The list hears of a deletion a moment later, and is the first to hear that it is undone.
  if (deleted && isListed !== deleted.isListed) setDeleted(isListed ? { ...deleted, isListed } : null)
  return {
    id: deleted?.id ?? null,
    onDeleted: (id) => setDeleted({ id, isListed: false }),
    undo: () => void (deleted && noteActions().restore(deleted.id)),
  }
}
