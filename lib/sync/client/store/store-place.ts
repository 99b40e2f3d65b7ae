import Dexie from 'dexie'
import { keepTrying } from '../exchange/keep-trying'
import { storageStateOf, type StorageState } from './storage-state'

// Of a large store on an old phone; a browser that has not answered by then does not.
const OPENS_WITHIN_MS = 10_000

/** What Dexie needs of a browser. */
export type StorePlace = { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }

let memory: StorePlace | undefined
let makeMemory: (() => StorePlace) | undefined

/** Where stores are on this page: undefined for the browser's own. */
export function storePlace(): StorePlace | undefined {
  return memory
}

/**
 * Decides, once a page, where stores are. A browser that gives none (blocked, a private window, no room for a first
 * one) gets one in this page's memory: everything works as always, is sent as always, and is gone with the page.
 * @param open tries the browser's own, which some never answer
 */
export async function findStorePlace(
  open: () => Promise<unknown>,
  patienceMs = OPENS_WITHIN_MS,
): Promise<StorageState> {
  if (memory) return 'unavailable'
  try {
    await within(patienceMs, open())
    return 'ok'
  } catch (error) {
    const { IDBFactory, IDBKeyRange } = await keepTrying(() => import('fake-indexeddb'))
    makeMemory = () => ({ indexedDB: new IDBFactory(), IDBKeyRange })
    takeNewMemory()
    return storageStateOf(error)
  }
}

/**
 * Has what is opened in this page's memory from now on begin empty: what is open there became somebody's, under the
 * name that the next guest's store has.
 */
export function takeNewMemory(): void {
  if (!makeMemory) return
  memory = makeMemory()
  // Its live queries go by these, and in Safari it asks the window's own, which may throw.
  Object.assign(Dexie.dependencies, memory)
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: memory.indexedDB })
}

function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The store does not answer.')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
