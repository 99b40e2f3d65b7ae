import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, expect, it } from 'vitest'
import { openStore } from '@/lib/device'
import { keepChanges } from '@/lib/program/device/changes-store'
import type { FetchedChanges } from '@/lib/program/device/fetch-agenda'
import type { ProgramChange } from '@/lib/program/program-change'
import type { PersonStore } from '@/lib/sync/client/kind'
import { newsIn } from './news'

const change = (version: number): ProgramChange => ({
  sessionId: 's',
  field: 'title',
  old: `${version - 1}`,
  new: `${version}`,
  version,
  at: '2026-03-24T12:00:00.000Z',
})
const conference = (version: number) => ({ id: 'c', slug: 'days', version })

const stores: Dexie[] = []
afterEach(() => stores.splice(0).forEach((store) => store.close()))

function open(indexedDB = new IDBFactory()): PersonStore {
  const store = openStore(null, { indexedDB, IDBKeyRange })
  stores.push(store.dexie)
  return store
}

/** A server that answers so, one answer a question, and what it was asked. */
function server(...answers: (FetchedChanges | 'unchanged' | null)[]) {
  const asked: (string | null)[] = []
  return {
    asked,
    fetch: (_slug: string, etag: string | null) => (asked.push(etag), Promise.resolve(answers.shift() ?? null)),
  }
}

it('asks once a version, and never takes nothing or less for what changed', async () => {
  const store = open()
  const { asked, fetch } = server(null, { value: [change(2)], etag: 'a' }, 'unchanged', null, { value: [], etag: 'b' })
  const keptAfter = async (version: number) => (
    await keepChanges(store, conference(version), fetch),
    store.changes.get('days')
  )
  expect(await keptAfter(2)).toBeUndefined()
  const first = { slug: 'days', conferenceId: 'c', version: 2, etag: 'a', changes: [change(2)] }
  expect([await keptAfter(2), await keptAfter(2)]).toEqual([first, first])
  expect([await keptAfter(3), await keptAfter(4), await keptAfter(4)]).toEqual([
    { ...first, version: 3 },
    { ...first, version: 3 },
    { ...first, version: 3 },
  ])
  expect(asked).toEqual([null, null, 'a', 'a', 'a'])
})

it('begins anew when the address has become another conference', async () => {
  const store = open()
  await keepChanges(store, conference(5), server({ value: [change(5)], etag: 'a' }).fetch)
  const { asked, fetch } = server({ value: [], etag: 'b' })
  await keepChanges(store, { id: 'other', slug: 'days', version: 1 }, fetch)
  expect([asked, await store.changes.get('days')]).toEqual([
    [null],
    { slug: 'days', conferenceId: 'other', version: 1, etag: 'b', changes: [] },
  ])
})

it('makes room in a store that an older Hallway left, and loses nothing of it', async () => {
  const indexedDB = new IDBFactory()
  const older = new Dexie('hallway-guest', { indexedDB, IDBKeyRange })
  older.version(1).stores({ picks: 'sessionId', outbox: '++order, &mutation.id', progress: 'key', agendas: 'slug' })
  const [pick, entry] = [
    { sessionId: 's', conferenceId: 'c', rank: 'first' },
    { order: 1, conferenceId: 'c', mutation: { id: 'm', name: 'dropPick', args: { sessionId: 't' }, at: '' } },
  ]
  await Promise.all([
    older.table('picks').add(pick),
    older.table('outbox').add(entry),
    older.table('progress').add({ key: 'progress', cursor: 7, device: 'd' }),
    older.table('agendas').add({ slug: 'days', etag: 'a' }),
  ])
  older.close()
  const store = open(indexedDB)
  await keepChanges(store, conference(2), server({ value: [change(2)], etag: 'b' }).fetch)
  expect(
    await Promise.all([
      store.picks.toArray(),
      store.outbox.toArray(),
      store.progress.toArray(),
      store.agendas.toArray(),
      store.changes.count(),
    ]),
  ).toEqual([[pick], [entry], [{ key: 'progress', cursor: 7, device: 'd' }], [{ slug: 'days', etag: 'a' }], 1])
})

it('tells what is newer than the pick and what was seen; nothing of a pick that does not say what it knew', () => {
  const kept = { conferenceId: 'c', changes: [change(2), change(3), change(4)] }
  const news = (known: number | undefined, seen: number) =>
    newsIn(kept, {
      picks: new Map([['c', new Map([['s', 'first' as const]])]]),
      known: new Map([['c', new Map(known === undefined ? [] : [['s', known]])]]),
      seen: new Map([['c', seen]]),
    }).flatMap(({ fields }) => fields.map((field) => [field.old, field.new]))
  expect([news(0, 0), news(2, 0), news(2, 3), news(4, 0), news(undefined, 0)]).toEqual([
    [['1', '4']],
    [['2', '4']],
    [['3', '4']],
    [],
    [],
  ])
})
