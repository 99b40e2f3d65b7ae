import { entriesToHandOver } from './hand-over'
import { ownIds, ownMutation, ownNote } from '../store/own-ids'
import { storeLeft } from '../store/store-left'
import { openStore, type PersonStore } from '../store/store'

/**
 * Hands what a guest made on this device to the person who signed in: into their store in one go, and out of the
 * guest's only then. It merges and replaces nothing: what the account has of the same session or block stays. Cut
 * short, it begins again: the ids stay the same, and the server runs each once.
 */
export async function mergeGuest(person: PersonStore, guest = openStore(null)): Promise<void> {
  try {
    await storeLeft(guest, new Date())
    const read = await readGuest(guest)
    if (read.entries.length === 0) return
    const { mergeRow } = await import('../notes/note-store')
    const own = ownIds(read.origins, person.person)
    const handed = entriesToHandOver(read.entries).map(({ conferenceId, mutation }) => ({
      conferenceId,
      mutation: ownMutation(mutation, own),
    }))
    await person.dexie.transaction('rw', person.outbox, person.notes, person.photos, async () => {
      const known = await person.outbox
        .where('mutation.id')
        .anyOf(handed.map(({ mutation }) => mutation.id))
        .toArray()
      const knownIds = new Set(known.map(({ mutation }) => mutation.id))
      for (const { text: _text, state, ...row } of read.notes) {
        const facts = ownNote(row, own)
        const merged = mergeRow(await person.notes.get(facts.id), facts, state)
        if (merged) await person.notes.put(merged)
      }
      for (const photo of read.photos.map((row) => ({ ...row, id: own(row.id), noteId: own(row.noteId) })))
        if (!(await person.photos.get(photo.id))) await person.photos.add(photo)
      await person.outbox.bulkAdd(handed.filter(({ mutation }) => !knownIds.has(mutation.id)))
    })
    await clearGuest(guest, read)
  } finally {
    guest.dexie.close()
  }
}

type Read = Awaited<ReturnType<typeof readGuest>>

/** From here on entries stay as they are: what another tab types meanwhile becomes one of its own. */
function readGuest(guest: PersonStore) {
  return guest.dexie.transaction('rw', guest.outbox, guest.notes, guest.photos, guest.origins, async () => {
    const entries = (await guest.outbox.toArray()).map((entry) => ({ ...entry, sent: true }))
    await guest.outbox.bulkPut(entries)
    return {
      entries,
      origins: (await guest.origins.get('origins'))?.of ?? {},
      notes: await guest.notes.toArray(),
      photos: await guest.photos.toArray(),
    }
  })
}

/** Only what was read: another tab may have written meanwhile, and what it wrote into stays whole for the next time. */
function clearGuest(guest: PersonStore, { entries, notes, photos }: Read): Promise<void> {
  return guest.dexie.transaction('rw', guest.outbox, guest.notes, guest.photos, async () => {
    await guest.outbox.bulkDelete(entries.map(({ order }) => order))
    const since = new Set(
      (await guest.outbox.toArray()).map(({ mutation }) => ('id' in mutation.args ? mutation.args.id : '')),
    )
    await guest.notes.bulkDelete(notes.map(({ id }) => id).filter((id) => !since.has(id)))
    await guest.photos.bulkDelete(photos.map(({ id }) => id).filter((id) => !since.has(id)))
  })
}
