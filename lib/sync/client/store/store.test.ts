import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStore } from '@/lib/device'
import type { PersonStore } from '../kind'
import { kindTables, progressOf, removeStore } from './store'
import { databaseName } from './store-name'

const memory = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, value: string) => void memory.set(key, value),
  removeItem: (key: string) => void memory.delete(key),
  key: (index: number) => [...memory.keys()][index] ?? null,
  get length() {
    return memory.size
  },
})

let opened: PersonStore[] = []
const open = (person: string | null) => {
  const store = openStore(person)
  opened.push(store)
  return store
}
beforeEach(() => memory.clear())
afterEach(async () => {
  for (const { dexie } of opened) dexie.close()
  opened = []
  for (const { name } of await indexedDB.databases()) if (name) await Dexie.delete(name)
})

const change = (id: string, noteId: string) => ({
  conferenceId: 'c',
  mutation: {
    id,
    at: '2026-03-24T09:00:00.000Z',
    name: 'editNote' as const,
    args: { id: noteId, conferenceId: 'c', notedAt: '2026-03-24T09:00:00.000Z', update: '' },
  },
})
const row = { id: 'n', conferenceId: 'c', notedAt: 'x', updatedAt: 'x', text: 'words', state: new Uint8Array([1]) }

/** A store as a build of that version made it. */
async function olderStore(version: number, person: string | null): Promise<Dexie> {
  const dexie = new Dexie(databaseName(person))
  const first = { outbox: '++order, &mutation.id', progress: 'key', picks: 'sessionId', agendas: 'slug' }
  dexie.version(1).stores(first)
  if (version > 1)
    dexie.version(2).stores({ outbox: '++order, &mutation.id, mutation.args.id', notes: 'id, conferenceId' })
  await dexie.open()
  return dexie
}

it.each([1, 2])(
  'opens a store of version %i with all that waits in it, and finds it by what it is about',
  async (was) => {
    const old = await olderStore(was, 'ada')
    await old.table('outbox').bulkAdd([change('m1', 'n'), change('m2', 'other')])
    await old.table('picks').add({ sessionId: 's', conferenceId: 'c', rank: 'first' })
    await old.table('progress').add({ key: 'progress', cursor: 7, device: 'd' })
    if (was === 2) await old.table('notes').add(row)
    old.close()
    const store = open('ada')
    expect([
      (await store.outbox.where('mutation.args.id').equals('n').toArray()).map(({ mutation }) => mutation.id),
      (await store.outbox.toArray()).map(({ mutation }) => mutation.id),
      await store.picks.toArray(),
      await progressOf(store),
      (await store.notes.toArray()).map(({ text }) => text),
      await store.blocks.count(),
    ]).toEqual([
      ['m1'],
      ['m1', 'm2'],
      [{ sessionId: 's', conferenceId: 'c', rank: 'first' }],
      { key: 'progress', cursor: 7, device: 'd' },
      was === 2 ? ['words'] : [],
      0,
    ])
  },
)

it('takes no change twice', async () => {
  const store = open('ada')
  await store.outbox.add(change('m1', 'n'))
  await expect(store.outbox.add(change('m1', 'n'))).rejects.toMatchObject({ name: 'ConstraintError' })
  expect(await store.outbox.count()).toBe(1)
})

it('has one person’s words in no other’s store, and a guest’s in none of them', async () => {
  const [ada, bob, guest] = [open('ada'), open('bob'), open(null)]
  await ada.notes.add(row)
  await guest.notes.add({ ...row, text: 'a guest’s' })
  const texts = async (store: PersonStore) => (await store.notes.toArray()).map(({ text }) => text)
  expect([await texts(ada), await texts(bob), await texts(guest), await texts(open('ada'))]).toEqual([
    ['words'],
    [],
    ['a guest’s'],
    ['words'],
  ])
})

it('calls this device the same to all tabs that begin a store at once', async () => {
  const begun = await Promise.all([open('ada'), open('ada'), open('ada')].map((store) => progressOf(store)))
  expect(begun).toEqual(begun.map(() => ({ key: 'progress', cursor: 0, device: begun[0]?.device })))
  expect((await progressOf(open('bob'))).device).not.toBe(begun[0]?.device)
})

it('spans with one transaction all that a kind may touch', async () => {
  const store = open('ada')
  await store.dexie.transaction('rw', kindTables(store), async () => {
    await Promise.all([store.notes.add(row), store.outbox.add(change('m', 'n')), progressOf(store)])
    await Promise.all(
      [store.picks, store.blocks, store.attendances, store.seen, store.photos].map((one) => one.count()),
    )
  })
  const names = (tables: { name: string }[]) => tables.map(({ name }) => name)
  const onlyNotes = store.registered.kinds.filter(({ table }) => table.name === 'notes')
  expect([await store.notes.count(), names(kindTables(store, onlyNotes))]).toEqual([1, ['notes', 'outbox', 'progress']])
})

it('leaves nothing of a person who is gone, and everything of others', async () => {
  const [ada, bob] = [open('ada'), open('bob')]
  for (const store of [ada, bob]) await store.notes.add(row)
  for (const person of ['ada', 'bob'])
    for (const key of [`hallway-begun-${databaseName(person)}`, `hallway-letters-${databaseName(person)}/1`])
      memory.set(key, 'kept')
  await removeStore('ada')
  const names = (await indexedDB.databases()).map(({ name }) => name)
  expect([names, [...memory.keys()], await bob.notes.count()]).toEqual([
    [databaseName('bob')],
    [`hallway-begun-${databaseName('bob')}`, `hallway-letters-${databaseName('bob')}/1`],
    1,
  ])
})

it('is not there again when something is still under way in a page that had it open', async () => {
  const elsewhere = open('ada')
  await elsewhere.progress.count()
  await removeStore('ada')
  await expect(progressOf(elsewhere)).rejects.toThrow('Database has been closed')
  expect(await indexedDB.databases()).toEqual([])
})
