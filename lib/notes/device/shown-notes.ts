import { standing } from '@/lib/sync/client/store/fold'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { Note } from '../schema'
import type { NoteRow } from './rows'

/** All notes, deleted ones too, the newest first. */
export function shownNotes(rows: readonly NoteRow[], entries: readonly OutboxEntry[]): Note[] {
  const deletedAt = new Map<string, string | undefined>()
  for (const { mutation } of standing(entries)) {
    if (mutation.name === 'deleteNote') deletedAt.set(mutation.args.id, mutation.at)
    else if (mutation.name === 'restoreNote' || mutation.name === 'editNote') deletedAt.set(mutation.args.id, undefined)
  }
  const notes = rows.map(({ state: _state, confirmed: _confirmed, deletedAt: told, ...note }): Note => {
    const deleted = deletedAt.has(note.id) ? deletedAt.get(note.id) : told
    return deleted ? { ...note, deletedAt: deleted } : note
  })
  return notes.sort((a, b) => b.notedAt.localeCompare(a.notedAt) || a.id.localeCompare(b.id))
}
