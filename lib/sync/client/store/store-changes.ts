import { settleLeft, type Left } from './left'
import type { NewEntry, PersonStore } from '../kind'

/**
 * Stores what other pages changed and did not get into the store before they were left, in the order in which it was
 * said. What is there already is not said twice.
 * @throws what the browser throws when it has no room left; they are kept then
 */
export async function storeChanges(store: PersonStore, left: readonly Left[]): Promise<void> {
  const read = left.map((each) => ({ each, entry: entryIn(each.kept) }))
  for (const { each, entry } of read.sort((a, b) => atOf(a.entry).localeCompare(atOf(b.entry)))) {
    if (entry) await addOnce(store, entry)
    settleLeft(each)
  }
}

function addOnce(store: PersonStore, entry: NewEntry): Promise<void> {
  return store.dexie.transaction('rw', store.outbox, async () => {
    const known = await store.outbox.where('mutation.id').equals(entry.mutation.id).count()
    if (known === 0) await store.outbox.add(entry)
  })
}

function atOf(entry: NewEntry | null): string {
  return entry?.mutation.at ?? ''
}

function entryIn(kept: string): NewEntry | null {
  try {
    const { entry }: { entry?: unknown } = JSON.parse(kept)
    return isEntry(entry) ? entry : null
  } catch {
    return null
  }
}

/** What a page of Hallway wrote; whether it may be done the server decides, as of all that is sent. */
function isEntry(value: unknown): value is NewEntry {
  if (typeof value !== 'object' || value === null || !('conferenceId' in value) || !('mutation' in value)) return false
  const { mutation } = value
  if (typeof mutation !== 'object' || mutation === null || !('args' in mutation)) return false
  return 'id' in mutation && typeof mutation.id === 'string' && 'at' in mutation && typeof mutation.at === 'string'
}
