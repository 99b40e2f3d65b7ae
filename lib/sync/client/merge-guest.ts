import { entriesToHandOver } from './outbox'
import { openStore, type PersonStore } from './store'

/**
 * Hands what a guest picked on this device to the person who signed in: into their outbox in one go, and out of the guest's
 * store only then. Cut short, it begins again: the ids stay the same, and the server runs each once.
 */
export async function mergeGuest(person: PersonStore): Promise<void> {
  const guest = openStore(null)
  try {
    const entries = await guest.outbox.toArray()
    if (entries.length === 0) return
    const handed = entriesToHandOver(entries).map(({ conferenceId, mutation }) => ({ conferenceId, mutation }))
    await person.dexie.transaction('rw', person.outbox, async () => {
      const known = await person.outbox.where('mutation.id').anyOf(handed.map(({ mutation }) => mutation.id)).toArray()
      const knownIds = new Set(known.map(({ mutation }) => mutation.id))
      await person.outbox.bulkAdd(handed.filter(({ mutation }) => !knownIds.has(mutation.id)))
    })
    // Only what was read: another tab may have picked meanwhile.
    await guest.outbox.bulkDelete(entries.map(({ order }) => order))
  } finally {
    guest.dexie.close()
  }
}
