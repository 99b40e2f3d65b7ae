import type { PersonStore } from '../kind'
import { MOST_BROKEN_TRIES } from './send-apart'

/**
 * Has what was given up wait again, because the server broke over it each time: a bug there may be mended, and a fault
 * that was the machine's is over. It stays what it was, and has one try: it costs a server that breaks still no more.
 */
export async function giveAnotherTry(store: PersonStore): Promise<void> {
  await store.dexie.transaction('rw', store.outbox, async () => {
    const given = (await store.outbox.toArray()).filter(({ refused }) => refused === 'BROKEN')
    await store.outbox.bulkPut(
      given.map(({ refused: _refused, ...entry }) => ({ ...entry, tries: MOST_BROKEN_TRIES - 1 })),
    )
  })
  for (const kind of await store.synced()) await kind.anotherTry?.(store)
}
