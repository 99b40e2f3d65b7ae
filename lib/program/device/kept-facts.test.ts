import type Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, registered } from '@/lib/device'
import type { PersonStore } from '@/lib/sync/client/kind'
import { openStoreOf } from '@/lib/sync/client/store/store'
import { agendaOf, talk } from '@/tests/factories/agenda'
import type { Agenda } from '../agenda'
import { AGENDA_SHAPE } from './agenda-shape'
import { keepWhole, type WholeFetches } from './keep-whole'
import { getKeptFacts, listKeptFacts } from './kept-facts'

let place: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }
let opened: Dexie[]
beforeEach(() => {
  place = { indexedDB: new IDBFactory(), IDBKeyRange }
  opened = []
})
afterEach(() => opened.forEach((one) => one.close()))

/** A tab of the build before, which knows of no facts. */
function olderTab(): PersonStore {
  const kept = registered.kept.filter(({ since }) => since < 8)
  return opening(openStoreOf({ ...registered, kept }, 'ann', place))
}
const tab = () => opening(openStore('ann', place))
function opening(store: PersonStore): PersonStore {
  opened.push(store.dexie)
  return store
}

const programme = (version: number, ...sessions: string[]): Agenda => {
  const agenda = agendaOf(sessions.map((id) => talk(id)))
  const floors = [{ id: 'f', name: 'Ground', picture: `plan-${version}`, width: 2, height: 1 }]
  return { ...agenda, floors, conference: { ...agenda.conference, slug: 'days', name: 'Days', version } }
}
/** As the build before put it. */
const row = (version: number, more: object = {}) => ({
  slug: 'days',
  etag: `a${version}`,
  agenda: programme(version, 'one'),
  descriptions: { one: `Text of ${version}` },
  descriptionsEtag: `t${version}`,
  keptAt: '2026-03-24T09:00:00.000Z',
  ...more,
})
const factsAt = (version: number) => ({
  slug: 'days',
  conference: { id: 'c', slug: 'days', name: 'Days', version },
  shape: AGENDA_SHAPE,
  plans: [`plan-${version}`],
  etag: `a${version}`,
  keptAt: '2026-03-24T09:00:00.000Z',
  goneAt: undefined,
  texts: { etag: `t${version}` },
})
const here = () => true
/** What the server was asked for: an agenda of a version, by the tag of another. */
function serverAt(version: number, agenda = programme(version, 'one')) {
  const asked: (string | null)[] = []
  const fetches: WholeFetches = {
    agenda: async (_, etag) => (asked.push(etag), { agenda, etag: `a${version}` }),
    changes: async () => ({ value: [], etag: null }),
    texts: async () => 'unchanged',
    plan: async () => null,
  }
  return { asked, fetches }
}

it('finds what a build before kept, texts and all, and when it was told that it is gone', async () => {
  const older = olderTab()
  await older.dexie
    .table('agendas')
    .bulkAdd([
      row(3),
      row(1, { slug: 'old', goneAt: '2026-04-01T09:00:00.000Z', descriptions: undefined }),
      row(1, { slug: 'broken', agenda: { sessions: 'none' } }),
    ])
  older.dexie.close()
  const store = tab()
  expect([await getKeptFacts(store, 'days'), await store.descriptions.toArray()]).toEqual([
    factsAt(3),
    [{ slug: 'days', descriptions: { one: 'Text of 3' } }],
  ])
  const listed = await listKeptFacts(store)
  expect(listed.map(({ slug, goneAt, texts }) => [slug, goneAt, texts?.etag])).toEqual([
    ['days', undefined, 't3'],
    ['old', '2026-04-01T09:00:00.000Z', undefined],
  ])
  expect(await store.agendas.get('days')).toEqual(row(3))
  expect([await getKeptFacts(store, 'broken'), await getKeptFacts(store, 'nowhere')]).toEqual([null, null])
})

it('stays right beside a tab of the build before, which writes past the facts', async () => {
  const older = olderTab()
  await older.dexie.open()
  const store = tab()
  await keepWhole(store, 'days', null, here, serverAt(1).fetches)
  await older.agendas.put(row(3))
  const { asked, fetches } = serverAt(3)
  await keepWhole(store, 'days', 3, here, fetches)
  const facts = await store.keptFacts.get('days')
  expect([asked, facts?.conference.version, facts?.etag]).toEqual([['a1'], 3, 'a3'])
  // What that one put is not lost to an empty programme either.
  await older.agendas.put(row(4))
  await keepWhole(store, 'days', 5, here, serverAt(5, programme(5)).fetches)
  expect(await older.agendas.get('days')).toEqual(row(4))
})

it('reads anew what was kept by another schema, and asks for the whole of what it cannot read', async () => {
  const store = tab()
  const agenda: Agenda = JSON.parse('{"sessions":"none"}')
  const facts = { ...factsAt(3), shape: 'another', changesOf: 3 }
  await store.agendas.bulkPut([
    { slug: 'days', etag: 'a3', agenda: programme(3, 'one') },
    { slug: 'broken', etag: 'a3', agenda },
  ])
  await store.keptFacts.bulkPut([facts, { ...facts, slug: 'broken' }])
  expect(await getKeptFacts(store, 'days')).toEqual({ ...factsAt(3), changesOf: 3 })
  const { asked, fetches } = serverAt(3)
  await keepWhole(store, 'broken', 3, here, fetches)
  expect([asked, (await store.agendas.get('broken'))?.agenda]).toEqual([[null], programme(3, 'one')])
})
