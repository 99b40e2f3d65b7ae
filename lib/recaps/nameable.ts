import { outlineOf } from '@/lib/notes/outline'
import { placeNotes, type NoteInConference } from '@/lib/notes/place-notes'
import { partsOf } from '@/lib/program/agenda-parts'
import { markKey, type Material, type MaterialNote } from './material'
import { leftOutOf } from './public-text'

/** A person or sponsor whom a recap may name, with all that stays out of it unless they are chosen. */
export type Nameable = {
  /** As markKey makes it. */ key: string
  name: string
  /** Lines of notes. */ words: string[]
  /** How many. */ photos: number
}

/** Whom a recap of this material may name, and the to-dos that stay out of it in any case. */
export function listNameable(material: Pick<Material, 'agenda' | 'notes' | 'photos'>): {
  people: Nameable[]
  sponsors: Nameable[]
  toDos: string[]
} {
  const { agenda, notes, photos } = material
  const placed = placeNotes(notes, partsOf(agenda).sessions, agenda.conference.timeZone)
  const { person, sponsor } = outlineOf(placed)
  const nameable = (note: Placed, { line, about }: { line: number; about?: string }, name: string): Nameable => ({
    key: markKey(note.id, line),
    name,
    words: [about ?? '', ...wordsWith(note, line)].filter(Boolean),
    photos: note.session ? 0 : photos.filter(({ noteId }) => noteId === note.id).length,
  })
  return {
    people: person.map(({ note, mark }) => nameable(note, mark, [mark.name, mark.company].filter(Boolean).join(', '))),
    sponsors: sponsor.map(({ note, mark }) => nameable(note, mark, mark.company)),
    toDos: placed.flatMap(({ text }) => leftOutOf(text).toDos),
  }
}

type Placed = NoteInConference<MaterialNote>

/** Of a session's note what stands below the name; a note of its own about somebody stays out whole. */
function wordsWith({ text, session }: Placed, line: number): string[] {
  const { about, toDos } = leftOutOf(text)
  if (session) return about.get(line) ?? []
  const named = new Set(outlineLines(text))
  return text
    .split('\n')
    .filter((content, index) => content.trim() !== '' && !named.has(index) && !toDos.includes(content.trim()))
    .map((content) => content.trim())
}

function outlineLines(text: string): number[] {
  const { person, sponsor } = outlineOf([{ id: '', text, notedAt: '' }])
  return [...person, ...sponsor].map(({ mark }) => mark.line)
}
