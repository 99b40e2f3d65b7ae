import { useMemo } from 'react'
import { placeNotes, type NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useNotes } from '@/lib/notes/device/use-notes'
import type { NotesConference } from './notes-conference'

/** My notes of a conference in their places, from this device's own store. */
export function usePlacedNotes(
  { id, timeZone }: NotesConference,
  agenda: Agenda | null,
): { notes: NoteInConference<Note>[]; ready: boolean } {
  const { notes, ready } = useNotes(id)
  return { notes: usePlaced(notes, agenda, timeZone), ready }
}

/** These notes in their places. */
export function usePlaced(notes: readonly Note[], agenda: Agenda | null, timeZone: string): NoteInConference<Note>[] {
  const sessions = useMemo(() => new Map(agenda?.sessions.map((session) => [session.id, session])), [agenda])
  return useMemo(() => placeNotes(notes, sessions, timeZone), [notes, sessions, timeZone])
}

/**
 * Where a note is opened: at its session, else at an address of its own; where its conference was deleted, at one that
 * needs none.
 */
export function noteHref(
  conference: string,
  { id, session, note }: Pick<NoteInConference, 'id' | 'session' | 'note'>,
): string {
  if (note.belonged) return `/notes/${id}`
  return session ? `${pageAddress(conference, 'session', session.slug)}#notes` : pageAddress(conference, 'note', id)
}
