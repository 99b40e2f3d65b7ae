import { fold, queryWords } from '@/lib/planning/search/fold'
import type { NoteHere, NoteInConference } from './place-notes'

// Folding a text takes longer than searching it, and one types letter by letter. A note that changes is another object.
const folded = new WeakMap<NoteHere, { title: string; text: string }>()

/**
 * The notes in which every word of the query occurs, in title, text or place; in the order given. Case and accents do
 * not matter. A query without a word finds all.
 */
export function searchNotes<Note extends NoteHere>(
  notes: readonly NoteInConference<Note>[],
  query: string,
): NoteInConference<Note>[] {
  const words = queryWords(query)
  if (words.length === 0) return [...notes]
  return notes.filter((note) => {
    const text = foldedOf(note)
    return words.every((word) => text.includes(word))
  })
}

function foldedOf({ note, title, text, place }: NoteInConference): string {
  const kept = folded.get(note)
  // The title is its session's, which may come to be known later.
  if (kept?.title === title) return kept.text
  const made = { title, text: fold([title, place, text].join('\n')) }
  folded.set(note, made)
  return made.text
}
