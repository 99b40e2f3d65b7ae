'use client'

import { useMemo } from 'react'
import { ownClocks } from '@/lib/i18n/dates'
import { useDeletedNotes, useNotes } from '@/lib/notes/device/use-notes'
import { NoteScreen } from './note-screen'
import { useNotesConferences } from '../list/use-notes-conferences'

/** One note, at an address that names no conference: it opens whatever became of that. */
export function AnyNote({ noteId }: { noteId: string }) {
  const { notes, ready } = useNotes(null)
  const { notes: deleted } = useDeletedNotes(null)
  const { ready: isNamed, conferenceOf } = useNotesConferences()
  const note = notes.find(({ id }) => id === noteId) ?? deleted.find(({ id }) => id === noteId)
  const known = useMemo(() => (note ? conferenceOf(note) : null), [note, conferenceOf])
  const id = note?.conferenceId ?? ''
  const conference = known ?? { id, slug: id, name: '', ...ownClocks() }
  return (
    <NoteScreen
      conference={conference}
      agenda={known?.agenda ?? null}
      noteId={noteId}
      back="/notes"
      isLoading={!ready || !isNamed}
    />
  )
}
