'use client'

import { useAgenda } from '@/lib/program/device/use-agenda'
import { MarksScreen } from '../marks/marks-screen'
import { NoteScreen } from '../write/note-screen'
import type { NotesConference } from './notes-conference'
import { NotesScreen } from './notes-screen'

type Props = { conference: NotesConference }

/** The screens of notes with the programme that this device has, or gets. */
export function NotesPlace({ conference }: Props) {
  return <NotesScreen conference={conference} agenda={useAgenda(conference.slug).agenda} />
}

export function MarksPlace({ conference }: Props) {
  return <MarksScreen conference={conference} agenda={useAgenda(conference.slug).agenda} />
}

export function NotePlace({ conference, noteId }: Props & { noteId: string | null }) {
  return <NoteScreen conference={conference} agenda={useAgenda(conference.slug).agenda} noteId={noteId} />
}
