import { withEngine } from '@/lib/sync/client/store/local-state'
import type { NewNote } from './note-facts'
import { createNote, openNote } from './note-ways'
import { flushDrafts } from './note-drafts'

type NoteActions = {
  /** @returns the note's id, once it is on this device @throws what the browser throws when it has no room left */
  create(note: NewNote): Promise<string>
  /** Deletes a note; it can be brought back for 30 days. */
  remove(id: string): Promise<void>
  restore(id: string): Promise<void>
  /** Changes a note's text as if somebody had typed it. */
  change(id: string, edit: (text: string) => string): Promise<void>
}

const actions: NoteActions = {
  create: createNote,
  remove: async (id) => {
    await flushDrafts(id)
    await record(id, 'deleteNote')
  },
  restore: (id) => record(id, 'restoreNote'),
  change,
}

/** What can be done with notes; each resolves once it is on this device. */
export function noteActions(): NoteActions {
  return actions
}

async function change(id: string, edit: (text: string) => string): Promise<void> {
  let isThere = () => undefined
  const there = new Promise<void>((done) => (isThere = () => void done()))
  const note = await openNote(id, ({ ready }) => ready && isThere())
  await there
  note.edit(edit(note.draw({ start: 0, end: 0 }).text))
  await note.flush()
  note.close()
}

async function record(id: string, name: 'deleteNote' | 'restoreNote'): Promise<void> {
  const engine = await withEngine()
  const store = engine.store()
  const row = await store.notes.get(id)
  // Somebody else may have signed in meanwhile: it is no change of theirs.
  if (row && engine.store() === store) await engine.record(row.conferenceId, { name, args: { id } })
}
