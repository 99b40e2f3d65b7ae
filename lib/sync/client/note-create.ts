import { stateOfText } from '@/lib/notes/merge'
import { makeId } from './make-id'
import { writeNote } from './note-store'
import type { PersonStore } from './store'

export type NewNote = { conferenceId: string; sessionId?: string; groupId?: string; place?: string; text?: string }

/** Makes a note, with what is written so far. @returns its id */
export async function createNoteIn(store: PersonStore, { conferenceId, sessionId, groupId, place, text = '' }: NewNote, now: Date): Promise<string> {
  const id = makeId()
  const facts = { id, conferenceId, ...(sessionId && { sessionId }), ...(groupId && { groupId }), ...(place && { place }), notedAt: now.toISOString() }
  await writeNote(store, facts, stateOfText(text), now)
  return id
}
