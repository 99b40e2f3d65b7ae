import type { Change } from '../../mutation'
import { changesLeft } from './left'
import { makeId } from './make-id'
import type { OutboxEntry } from './outbox'
import { storageStateOf, type StorageState } from './storage-state'
import type { NewEntry, PersonStore } from '../kind'

export type Recorder = {
  /**
   * Resolves once the change is on this device. What cannot be stored now stays in memory, is shown, and is tried
   * again.
   */
  record(conferenceId: string, change: Change): Promise<void>
  /** What is in memory only. */
  unstored(): OutboxEntry[]
  stop(): void
}

const TRY_AGAIN_MS = 5_000

/**
 * Writes changes into a store's outbox.
 * @param told called with how the store is, after each try
 * @param stored called after each success
 */
export function recordInto(store: PersonStore, told: (storage: StorageState) => void, stored: () => void): Recorder {
  const inMemory: { entry: NewEntry; done: () => void }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing = Promise.resolve()

  function record(conferenceId: string, change: Change): Promise<void> {
    const entry: NewEntry = { conferenceId, mutation: { ...change, id: makeId(), at: new Date().toISOString() } }
    changesLeft.keep(store.dexie.name, entry.mutation.id, { entry })
    return new Promise((done) => {
      inMemory.push({ entry, done })
      writing = writing.then(writeAll)
    })
  }

  /** In the order in which they were made: a later one must not overtake one that found no room. */
  async function writeAll(): Promise<void> {
    clearTimeout(timer)
    for (let next = inMemory[0]; next; next = inMemory[0]) {
      try {
        await store.outbox.add(next.entry)
      } catch (error) {
        timer = setTimeout(() => (writing = writing.then(writeAll)), TRY_AGAIN_MS)
        return told(storageStateOf(error))
      }
      inMemory.shift()
      changesLeft.drop(store.dexie.name, next.entry.mutation.id)
      next.done()
      told('ok')
      stored()
    }
  }

  return {
    record,
    unstored: () =>
      inMemory.map(({ entry }, index) => ({ ...entry, order: Number.MAX_SAFE_INTEGER - inMemory.length + index })),
    stop: () => clearTimeout(timer),
  }
}
