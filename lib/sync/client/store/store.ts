import Dexie, { type Table } from 'dexie'
import { keepTrying } from '../exchange/keep-trying'
import type { Kind, PersonStore, Progress, Registered, SyncedKind, Tables } from '../kind'
import { dropAllLeft } from './left'
import { makeId } from './make-id'
import { forgetBegun } from './storage-state'
import { databaseName } from './store-name'
import { storePlace, type StorePlace } from './store-place'

/** What an engine of every version kept for itself. */
const OWN_TABLES = [
  { name: 'outbox', since: 1, indexes: '++order, &mutation.id' },
  { name: 'progress', since: 1, indexes: 'key' },
  { name: 'outbox', since: 2, indexes: '++order, &mutation.id, mutation.args.id' },
]

/**
 * One database a person, so that nobody who signs in on this device meets what another wrote.
 * @param place where the stores of this page are, unless told otherwise
 */
export function openStoreOf(
  registered: Registered,
  person: string | null,
  place: StorePlace | undefined = storePlace(),
): PersonStore {
  const dexie = new Dexie(databaseName(person), place)
  dexie.on('versionchange', (event) => leaveRemoved(dexie, event))
  const declared = [...registered.kinds.map(({ table }) => table), ...registered.kept]
  for (const [version, tables] of byVersion([...OWN_TABLES, ...declared])) dexie.version(version).stores(tables)
  let synced: Promise<readonly SyncedKind[]> | undefined
  // Which name has rows of which type is lost on the way through an object.
  const tables = Object.fromEntries(declared.map(({ name }) => [name, dexie.table(name)])) as Record<string, Table> &
    Tables
  return {
    ...tables,
    person,
    dexie,
    registered,
    synced: () => (synced ??= loadSynced(registered.kinds)),
    outbox: dexie.table('outbox'),
    progress: dexie.table('progress'),
    origins: dexie.table('progress'),
  }
}

/**
 * Whoever removes a store asks all that have it open to let go of it. Dexie would, and open it anew for whatever is
 * still under way: there would be an empty store of somebody who is gone.
 */
function leaveRemoved(dexie: Dexie, { newVersion }: IDBVersionChangeEvent): false | undefined {
  if (newVersion !== null) return undefined
  dexie.close()
  return false
}

function loadSynced(kinds: readonly Kind[]): Promise<readonly SyncedKind[]> {
  return Promise.all(kinds.map(async (kind) => ({ ...kind, ...(await keepTrying(kind.sync)) })))
}

/** Stores of every version before open, and become what they are now one version after the other. */
function byVersion(
  tables: readonly { name: string; since: number; indexes: string }[],
): [version: number, tables: Record<string, string>][] {
  const versions = [...new Set(tables.map(({ since }) => since))].sort((a, b) => a - b)
  return versions.map((version) => [
    version,
    Object.fromEntries(tables.flatMap(({ name, since, indexes }) => (since === version ? [[name, indexes]] : []))),
  ])
}

/** The tables of kinds (all, unless some are named) and the engine's own, for a transaction that may touch any. */
export function kindTables(store: PersonStore, kinds = store.registered.kinds): Table[] {
  return [...kinds.map(({ table }) => store.dexie.table(table.name)), store.outbox, store.progress]
}

/** Removes all that is kept here of a person who is gone. Other pages that have it open let go of it. */
export async function removeStore(person: string): Promise<void> {
  await Dexie.delete(databaseName(person))
  forgetBegun(databaseName(person))
  dropAllLeft(databaseName(person))
}

/** How far this store has pulled; begun at the first call. */
export function progressOf(store: PersonStore): Promise<Progress> {
  return store.dexie.transaction('rw', store.progress, async () => {
    const known = await store.progress.get('progress')
    if (known) return known
    const begun: Progress = { key: 'progress', cursor: 0, device: makeId() }
    await store.progress.put(begun)
    return begun
  })
}
