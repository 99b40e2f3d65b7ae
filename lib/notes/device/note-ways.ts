import type { Here } from '@/lib/sync/client/kind'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { storageStateOf } from '@/lib/sync/client/store/storage-state'
import type { PersonStore } from '@/lib/sync/client/kind'
import type { NewNote } from './note-facts'
import type { NoteTextHere, ShownText } from './note-text'
import type { PhotoKeeper } from './photos/photo-keeper'

/** How notes are made and opened in the store of whoever is here; their code is fetched when it is needed. */

const writing = () => keepTrying(() => import('./note-writing'))

/** Fetches what writing needs, before the network is gone. */
export async function prepareWriting(): Promise<void> {
  await Promise.all([withEngine(), writing()])
}

/** @returns its id @throws what the browser throws when it has no room left */
export async function createNote(note: NewNote): Promise<string> {
  const here = (await withEngine()).here()
  const making = makeNote(here, note)
  // Whoever waits for it opens its text next.
  here.hold(making.finally(() => new Promise((done) => setTimeout(done))))
  return making
}

async function makeNote({ store, changed, storageTold }: Here, note: NewNote): Promise<string> {
  const { createNoteIn } = await writing()
  try {
    const id = await createNoteIn(store, note, new Date())
    changed()
    return id
  } catch (error) {
    storageTold(storageStateOf(error))
    throw error
  }
}

/** @param begun the text that the note was made with, where the screen shows it already */
export async function openNote(id: string, tell: (shown: ShownText) => void, begun?: string): Promise<NoteTextHere> {
  const here = (await withEngine()).here()
  const opening = openText(here, id, tell, begun)
  here.hold(opening.then(({ closed }) => closed))
  return opening
}

async function openText(
  { store, changed, storageTold, keepOpen }: Here,
  id: string,
  tell: (shown: ShownText) => void,
  begun?: string,
): Promise<NoteTextHere> {
  const { openNoteText } = await writing()
  const note = openNoteText(store, id, { text: tell, storage: storageTold, changed }, begun)
  keepOpen(note)
  return note
}

const keepers = new WeakMap<PersonStore, Promise<PhotoKeeper>>()

/** The photos of whoever is here. */
export async function photosHere(): Promise<PhotoKeeper> {
  const { store, changed } = (await withEngine()).here()
  const known = keepers.get(store)
  if (known) return known
  const opening = keepTrying(() => import('./photos/photo-keeper')).then(({ openPhotos }) => openPhotos(store, changed))
  keepers.set(store, opening)
  return opening
}
