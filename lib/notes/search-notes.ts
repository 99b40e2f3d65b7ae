import { fold, queryWords } from '@/lib/platform/search/fold'
import { roomNames, speakerNames, type AgendaParts } from '@/lib/program/agenda-parts'
import type { NoteHere, NoteInConference } from './place-notes'

/** Where words are that belong to notes and are not theirs. */
export type AroundNotes = {
  /** Of the programme; null: it is not at hand. */ parts: AgendaParts | null
  /** What a note's photos are said to show. */ captionsOf: (noteId: string) => readonly string[]
}

// Folding a text takes longer than searching it, and one types letter by letter. A note that changes is another object.
const folded = new WeakMap<NoteHere, { around: string; text: string }>()

/**
 * The notes in which every word of the query occurs, in title, text, place or a photo's caption, or in the names of
 * their session's rooms and speakers; in the order given. Case and accents do not matter. A query without a word finds
 * all.
 */
export function searchNotes<Note extends NoteHere>(
  notes: readonly NoteInConference<Note>[],
  query: string,
  known: AroundNotes,
): NoteInConference<Note>[] {
  const words = queryWords(query)
  if (words.length === 0) return [...notes]
  return notes.filter((note) => {
    const text = foldedOf(note, known)
    return words.every((word) => text.includes(word))
  })
}

function foldedOf(
  { id, note, title, text, place, session }: NoteInConference,
  { parts, captionsOf }: AroundNotes,
): string {
  // The programme and the photos may come to be known later.
  const names = session && parts ? [roomNames(session, parts), speakerNames(session, parts)] : []
  const around = [title, ...names, ...captionsOf(id)].join('\n')
  const kept = folded.get(note)
  if (kept?.around === around) return kept.text
  const made = { around, text: fold([around, place, text].join('\n')) }
  folded.set(note, made)
  return made.text
}
