import { stateOfText } from '@/lib/notes/merge'
import { makeId } from '@/lib/sync/client/store/make-id'
import { factsOf, type NewNote } from './note-facts'
import { writeNote } from './note-store'
import type { PersonStore } from '@/lib/sync/client/kind'

/** Makes a note, with what is written so far. @returns its id */
export async function createNoteIn(
  store: PersonStore,
  { id = makeId(), text = '', ...of }: NewNote,
  now: Date,
): Promise<string> {
  await writeNote(store, factsOf({ ...of, id }, now.toISOString()), stateOfText(text), now)
  return id
}
