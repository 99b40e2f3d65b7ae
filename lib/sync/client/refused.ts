import { makeId } from './make-id'
import { byOrder, type OutboxEntry } from './outbox'
import type { PersonStore } from './store'

/** What can be done with changes that the server refused. */

/**
 * Sends refused changes once more, each where it stood among the others: what they need may be there now (a conference that is open
 * again). The server keeps what it answered to each id, so they go under new ones; a note goes as it is now.
 */
export async function tryAgain(store: PersonStore, refused: readonly OutboxEntry[]): Promise<void> {
  const { sayNoteWhole } = await import('./note-store')
  for (const { order } of [...refused].sort(byOrder)) {
    const entry = await store.outbox.get(order)
    // Sent with an edit of the same note a moment ago.
    if (!entry?.refused) continue
    if (entry.mutation.name === 'editNote') await sayNoteWhole(store, entry.mutation.args.id)
    else await sayInstead(store, entry, entry.mutation)
  }
}

/**
 * Takes a refused change from this device. A note goes with all that is about it; what the server has of it, the next pull brings back.
 */
export function letGo(store: PersonStore, { order, mutation }: OutboxEntry): Promise<void> {
  return store.dexie.transaction('rw', store.outbox, store.notes, store.progress, async () => {
    await store.outbox.delete(order)
    if (mutation.name !== 'editNote') return
    await store.outbox.where('mutation.args.id').equals(mutation.args.id).delete()
    await store.notes.delete(mutation.args.id)
    await store.progress.update('progress', { cursor: 0 })
  })
}

/** Sends another change in place of a refused one: the same once more, or as its person has changed it. */
export async function sayInstead(store: PersonStore, { order, conferenceId }: OutboxEntry, mutation: OutboxEntry['mutation']): Promise<void> {
  const said: OutboxEntry = { order, conferenceId, mutation: { ...mutation, id: makeId() } }
  await store.outbox.bulkPut([said])
}
