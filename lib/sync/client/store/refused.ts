import { editCodeOf } from '../exchange/kinds-of'
import { makeId } from './make-id'
import { byOrder, type OutboxEntry } from './outbox'
import type { NewEntry, PersonStore } from '../kind'
import { kindTables } from './store'

/** What can be done with changes that the server refused. */

/**
 * Sends refused changes once more, each where it stood among the others: what they need may be there now (a conference
 * that is open again). The server keeps what it answered to each id, so they go under new ones; what is edited piece by
 * piece goes as it is now.
 */
export async function tryAgain(store: PersonStore, refused: readonly OutboxEntry[]): Promise<void> {
  for (const each of [...refused].sort(byOrder)) {
    const edits = (await editCodeOf(store, [each])).get(each.mutation.name)
    await store.dexie.transaction('rw', kindTables(store), async () => {
      // Sent with an edit of the same thing a moment ago, or from another tab.
      const entry = await standing(store, each)
      if (entry && edits) await edits.sayAgain(store, entry.mutation)
      else if (entry) await sayInstead(store, entry, entry.mutation)
    })
  }
}

/**
 * Takes a refused change from this device. What is edited piece by piece goes with all that is about it; what the
 * server has of it, the next pull brings back.
 */
export async function letGoOfRefused(store: PersonStore, entry: OutboxEntry): Promise<void> {
  const { order, mutation } = entry
  const edits = (await editCodeOf(store, [entry])).get(mutation.name)
  await store.dexie.transaction('rw', kindTables(store), async () => {
    if (!(await standing(store, entry))) return
    await store.outbox.delete(order)
    await edits?.letGo(store, mutation)
  })
}

/**
 * Sends another change in place of a refused one: the same once more, or as its person has changed it. After all others
 * where that one is over: it is their last word.
 */
export function sayInstead(store: PersonStore, entry: OutboxEntry, mutation: OutboxEntry['mutation']): Promise<void> {
  const { order, conferenceId } = entry
  const said: NewEntry = { conferenceId, mutation: { ...mutation, id: makeId() } }
  return store.dexie.transaction('rw', store.outbox, async () => {
    const instead: OutboxEntry[] = (await standing(store, entry)) ? [{ order, ...said }] : []
    await store.outbox.bulkPut(instead)
    if (instead.length === 0) await store.outbox.add(said)
  })
}

/**
 * A refused change as it is now; null: what a screen shows is over. Another tab may have sent it, and its number is not
 * its name: what takes its place has it, too.
 */
async function standing(store: PersonStore, { order, mutation }: OutboxEntry): Promise<OutboxEntry | null> {
  const found = await store.outbox.get(order)
  return found?.refused && found.mutation.id === mutation.id ? found : null
}
