import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import type { Kind } from '@/lib/sync/client/kind'
import { lettersLeft } from './letters'
import { openNotes } from './watch-notes'

/** What a person writes and photographs, as a device keeps it. */

export const notes: Kind = {
  table: { name: 'notes', since: 2, indexes: 'id, conferenceId' },
  changes: ['editNote', 'deleteNote', 'restoreNote'],
  open: openNotes,
  async storeLeft(store, now) {
    const letters = lettersLeft.left(store.dexie.name)
    if (letters.length === 0) return false
    // What letters need is fetched only where there are any.
    const { storeLetters } = await keepTrying(() => import('./note-writing'))
    await storeLetters(store, letters, now)
    return true
  },
  sync: async () => (await import('./notes-sync')).notesSync,
}

export const photos: Kind = {
  table: { name: 'photos', since: 2, indexes: 'id, noteId, conferenceId' },
  changes: ['setPhoto', 'deletePhoto'],
  sync: async () => (await import('./photos/photos-sync')).photosSync,
}
