import { settleBidi } from '@/lib/platform/bidi'
import { dateOn } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import { noteTitle } from './note-title'
import { byTime, timeOfNote, type PlacedNote } from './outline'
import type { Belonged } from './schema'

/** What is needed of a note to find its place. */
export type NoteHere = {
  id: string
  sessionId?: string
  place?: string
  text: string
  notedAt: string
  updatedAt: string
  belonged?: Belonged
}

/**
 * A note in the conference: its session if that is known here, its day "YYYY-MM-DD", and what to call it (empty:
 * nothing to call it by).
 */
export type NoteInConference<Note extends NoteHere = NoteHere> = Omit<PlacedNote, 'title'> & {
  title: string
  note: Note
  session?: AgendaSession
  day: string
}

/**
 * Notes with their sessions and days, in the order of the conference.
 * @param sessions by id; empty where the programme is not at hand
 */
export function placeNotes<Note extends NoteHere>(
  notes: readonly Note[],
  sessions: ReadonlyMap<string, AgendaSession>,
  timeZone: string,
): NoteInConference<Note>[] {
  return notes
    .map((note) => placeNote(note, note.sessionId ? sessions.get(note.sessionId) : undefined, timeZone))
    .sort(byTime)
}

function placeNote<Note extends NoteHere>(
  note: Note,
  session: AgendaSession | undefined,
  timeZone: string,
): NoteInConference<Note> {
  const { id, text, notedAt, place, belonged } = note
  const startAt = session ? session.startAt : belonged?.startAt
  const day = session?.dayOn ?? belonged?.day ?? dateOn(new Date(timeOfNote({ notedAt })), timeZone)
  return {
    id,
    text,
    notedAt,
    day,
    note,
    title: session?.title ?? (belonged?.session === undefined ? noteTitle(note) : settleBidi(belonged.session)),
    ...(place && { place }),
    ...(startAt && { startAt }),
    ...(session && { session }),
  }
}
