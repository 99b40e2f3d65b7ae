import { parseMarks, type Mark } from './marks'

/** A note with what places it: the session's title and start where it has one. */
export type PlacedNote = { id: string; text: string; notedAt: string; title?: string; startAt?: string; place?: string }

/** A mark and where it comes from. */
export type Marked<Kind extends Mark['kind'], Note extends PlacedNote = PlacedNote> = {
  note: Note
  mark: Mark & { kind: Kind }
}

/** Every mark of many notes, by kind, in the order of the conference. */
export type Outline<Note extends PlacedNote = PlacedNote> = {
  [Kind in Exclude<Mark['kind'], 'time'>]: Marked<Kind, Note>[]
}

/** Gathers the marks of many notes: by the start of their session, else by when they were noted, then as written. */
export function outlineOf<Note extends PlacedNote>(notes: readonly Note[]): Outline<Note> {
  const outline: Outline<Note> = { todo: [], quote: [], question: [], person: [], sponsor: [], link: [] }
  for (const note of [...notes].sort(byTime)) {
    for (const mark of parseMarks(note.text)) addTo(outline, note, mark)
  }
  return outline
}

function addTo<Note extends PlacedNote>(outline: Outline<Note>, note: Note, mark: Mark): void {
  switch (mark.kind) {
    case 'todo':
      return void outline.todo.push({ note, mark })
    case 'quote':
      return void outline.quote.push({ note, mark })
    case 'question':
      return void outline.question.push({ note, mark })
    case 'person':
      return void outline.person.push({ note, mark })
    case 'sponsor':
      return void outline.sponsor.push({ note, mark })
    case 'link':
      return void outline.link.push({ note, mark })
  }
}

/** When a note belongs in the conference. ISO instants in UTC, which sort as text. */
export function timeOfNote({ startAt, notedAt }: Pick<PlacedNote, 'startAt' | 'notedAt'>): string {
  return startAt ?? notedAt
}

/** Orders notes by their place in the conference; equal ones by id, so that every device shows the same. */
export function byTime(a: PlacedNote, b: PlacedNote): number {
  const [one, other] = [[timeOfNote(a), a.notedAt, a.id].join(' '), [timeOfNote(b), b.notedAt, b.id].join(' ')]
  return one < other ? -1 : one > other ? 1 : 0
}
