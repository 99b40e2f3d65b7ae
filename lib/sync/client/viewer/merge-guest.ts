import { storeLeft } from '../store/store-left'
import type { PersonStore, SyncedKind } from '../kind'
import { kindTables, openStoreOf } from '../store/store'
import { ownIds, ownMutation } from '../store/own-ids'
import { entriesToHandOver } from './hand-over'

/**
 * Hands what a guest made on this device to the person who signed in: into their store in one go, and out of the
 * guest's only then. It merges and replaces nothing: what the account has of the same session or block stays. Cut
 * short, it begins again: the ids stay the same, and the server runs each once.
 */
export async function mergeGuest(person: PersonStore, guest = openStoreOf(person.registered, null)): Promise<void> {
  try {
    await storeLeft(guest, new Date())
    const kinds = await guest.synced()
    const { entries, origins, rows } = await readGuest(guest, kinds)
    if (entries.length === 0) return
    for (const each of rows) await each.prepare()
    const own = ownIds(origins, person.person)
    const handed = entriesToHandOver(kinds, entries).map(({ conferenceId, mutation }) => ({
      conferenceId,
      mutation: ownMutation(kinds, mutation, own),
    }))
    await person.dexie.transaction('rw', kindTables(person), async () => {
      const known = await person.outbox
        .where('mutation.id')
        .anyOf(handed.map(({ mutation }) => mutation.id))
        .toArray()
      const knownIds = new Set(known.map(({ mutation }) => mutation.id))
      for (const each of rows) await each.give(person, own)
      await person.outbox.bulkAdd(handed.filter(({ mutation }) => !knownIds.has(mutation.id)))
    })
    // Only what was read: another tab may have written meanwhile, and what it wrote into stays whole for the next time.
    await guest.dexie.transaction('rw', kindTables(guest), async () => {
      await guest.outbox.bulkDelete(entries.map(({ order }) => order))
      const since = (await guest.outbox.toArray()).map(({ mutation }) =>
        'id' in mutation.args ? mutation.args.id : '',
      )
      for (const each of rows) await each.clear(new Set(since))
    })
  } finally {
    guest.dexie.close()
  }
}

/** From here on entries stay as they are: what another tab types meanwhile becomes one of its own. */
function readGuest(guest: PersonStore, kinds: readonly SyncedKind[]) {
  return guest.dexie.transaction('rw', kindTables(guest), async () => {
    const entries = (await guest.outbox.toArray()).map((entry) => ({ ...entry, sent: true }))
    await guest.outbox.bulkPut(entries)
    const rows = await Promise.all(kinds.flatMap(({ handOver }) => handOver.rows?.(guest) ?? []))
    return { entries, rows, origins: (await guest.origins.get('origins'))?.of ?? {} }
  })
}
