import { changesLeft } from './left'
import { storeChanges } from './store-changes'
import type { PersonStore } from '../kind'

/**
 * Stores what other pages were left with before this store had it.
 * @returns whether there was anything
 * @throws what the browser throws when it has no room left; what is not stored is kept then
 */
export async function storeLeft(store: PersonStore, now: Date): Promise<boolean> {
  const changes = changesLeft.left(store.dexie.name)
  await storeChanges(store, changes)
  let isAny = changes.length > 0
  for (const kind of store.registered.kinds) if (await kind.storeLeft?.(store, now)) isAny = true
  return isAny
}
