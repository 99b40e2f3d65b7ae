import { useCallback, useMemo, useState } from 'react'
import { noteActions } from '@/lib/notes/device/note-actions'
import { useDeletedNotes, useNotes } from '@/lib/notes/device/use-notes'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import type { Agenda } from '@/lib/program/agenda'
import type { NotesConference } from '../list/notes-conference'
import { usePlaced } from '../list/use-placed-notes'

type JustDeleted = {
  /** The note that was deleted on this screen; null as soon as it is back, by whichever way. */ id: string | null
  /** How many were deleted on this screen. */ times: number
  onDeleted: (id: string) => void
  undo: () => void
}

type OpenNotes = {
  /** Those that have a box, if one is drawn for each: deleted ones, too, as long as somebody writes in them here. */
  open: NoteInConference<Note>[]
  deleted: NoteInConference<Note>[]
  ready: boolean
  /** Somebody writes in the box of this note. */ onWrite: (id: string) => void
  justDeleted: JustDeleted
}

const none: ReadonlySet<string> = new Set()

/**
 * The notes of a screen on which one writes. A box that somebody writes in stays where its note is deleted elsewhere:
 * what they type on brings it back.
 */
export function useOpenNotes({ id, timeZone }: NotesConference, agenda: Agenda | null): OpenNotes {
  const { notes, ready } = useNotes(id)
  const { notes: binned } = useDeletedNotes(id)
  const justDeleted = useJustDeleted(binned)
  const [written, setWritten] = useState(none)
  const onWrite = useCallback(
    (noteId: string) => setWritten((ids) => (ids.has(noteId) ? ids : new Set([...ids, noteId]))),
    [],
  )
  const shown = useMemo(
    () => [...notes, ...binned.filter((note) => written.has(note.id))].filter((note) => note.id !== justDeleted.id),
    [notes, binned, written, justDeleted.id],
  )
  return {
    open: usePlaced(shown, agenda, timeZone),
    deleted: usePlaced(binned, agenda, timeZone),
    ready,
    onWrite,
    justDeleted,
  }
}

function useJustDeleted(binned: readonly Note[]): JustDeleted {
  const [deleted, setDeleted] = useState<{ id: string; isListed: boolean } | null>(null)
  const [times, setTimes] = useState(0)
  const isListed = binned.some(({ id }) => id === deleted?.id)
  // The list hears of a deletion a moment later, and is the first to hear that it is undone.
  if (deleted && isListed !== deleted.isListed) setDeleted(isListed ? { ...deleted, isListed } : null)
  return {
    id: deleted?.id ?? null,
    times,
    onDeleted: (id) => {
      setDeleted({ id, isListed: false })
      setTimes((before) => before + 1)
    },
    undo: () => void (deleted && noteActions().restore(deleted.id)),
  }
}
