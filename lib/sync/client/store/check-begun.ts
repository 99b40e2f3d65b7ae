import { markBegun, storageStateOf, wasBegun, type StorageState } from './storage-state'
import type { PersonStore } from '../kind'
import { progressOf } from './store'

/** A store that was here and is not any more was emptied by the browser. */
export async function checkBegun(store: PersonStore, told: (storage: StorageState) => void): Promise<void> {
  try {
    // Asked first: another page may begin the same store meanwhile, and remembers it only once that is written.
    const wasHere = wasBegun(store.dexie.name)
    const isEmpty = (await store.progress.count()) === 0
    await progressOf(store)
    markBegun(store.dexie.name)
    if (wasHere && isEmpty) told('gone')
  } catch (error) {
    told(storageStateOf(error))
  }
}
