import { keepTrying } from '../exchange/keep-trying'
import { changesLeft, lettersLeft } from '../notes/letters'
import { storeChanges } from './store-changes'
import type { PersonStore } from './store'

/**
 * Stores what other pages were left with before this store had it. What letters need is fetched only where there are
 * any.
 * @returns whether there was anything
 * @throws what the browser throws when it has no room left; what is not stored is kept then
 */
export async function storeLeft(store: PersonStore, now: Date): Promise<boolean> {
  const [changes, letters] = [changesLeft(store.dexie.name), lettersLeft(store.dexie.name)]
  await storeChanges(store, changes)
  if (letters.length > 0) {
    const { storeLetters } = await keepTrying(() => import('../notes/note-writing'))
    await storeLetters(store, letters, now)
  }
  return changes.length + letters.length > 0
}
