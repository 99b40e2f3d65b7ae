import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Agenda } from '../agenda'
import { keepWhole, type WholeFetches } from './keep-whole'
import { openStore } from '@/lib/device'
import type { PersonStore } from '@/lib/sync/client/kind'
import { until } from '@/tests/until'

/** The programme of a version, with one session of its own. */
function programme(version: number): Agenda {
  const conference = {
    id: 'c',
    slug: 'days',
    name: 'Days',
    timeZone: 'UTC',
    language: 'en',
    visibility: 'private' as const,
    version,
  }
  return {
    conference,
    days: ['2026-03-24'],
    rooms: [],
    tracks: [],
    colocatedEvents: [],
    speakers: [],
    sessions: [
      {
        id: `s${version}`,
        number: version,
        slug: 's',
        title: `Of ${version}`,
        kind: 'talk',
        status: 'confirmed',
        dayOn: '2026-03-24',
        rooms: [],
        speakers: [],
      },
    ],
  }
}

/** A server at a version. @param meanwhile happens after it has answered, before that is here */
function serverAt(
  version: number,
  meanwhile: { agenda?: () => Promise<unknown>; changes?: () => Promise<unknown>; texts?: () => Promise<unknown> } = {},
): WholeFetches {
  return {
    agenda: async () => (await meanwhile.agenda?.(), { agenda: programme(version), etag: `a${version}` }),
    plan: async (picture) => new Blob([`Plan ${picture}`]),
    changes: async () => (await meanwhile.changes?.(), { value: [], etag: `c${version}` }),
    texts: async (_, etag) =>
      etag === `t${version}`
        ? 'unchanged'
        : (await meanwhile.texts?.(), { value: { s: `Text of ${version}` }, etag: `t${version}` }),
  }
}

let store: PersonStore
const here = () => true
const kept = async () => {
  const [row, changes] = [await store.agendas.get('days'), await store.changes.get('days')]
  const texts = (await store.descriptions.get('days'))?.descriptions['s']
  return { programme: row?.agenda.conference.version, texts, changes: changes?.version }
}

beforeEach(() => {
  store = openStore('ann', { indexedDB: new IDBFactory(), IDBKeyRange })
})
afterEach(() => store.dexie.close())

it('keeps a conference whole, and one that a server put back to before has', async () => {
  await keepWhole(store, 'days', null, here, serverAt(5))
  expect(await kept()).toEqual({ programme: 5, texts: 'Text of 5', changes: 5 })
  await keepWhole(store, 'days', null, here, serverAt(4))
  expect(await kept()).toEqual({ programme: 4, texts: 'Text of 4', changes: 4 })
})

it('reads and writes nothing large where nothing is new, and says of when it is', async () => {
  await keepWhole(store, 'days', null, here, serverAt(2))
  const first = (await store.keptFacts.get('days'))?.keptAt ?? ''
  const touched: string[] = []
  for (const table of [store.agendas, store.descriptions, store.changes]) {
    const note = (what: string) => void touched.push(`${what} ${table.name}`)
    table.hook('creating', () => note('creating'))
    table.hook('updating', () => note('updating'))
    table.hook('reading', (row) => (note('reading'), row))
  }
  let meanwhile = ''
  const unchanged: WholeFetches = {
    ...serverAt(2),
    agenda: async (_, etag) => {
      meanwhile = await clockAfter(new Date().toISOString())
      return etag === 'a2' ? 'unchanged' : null
    },
  }
  await keepWhole(store, 'days', null, here, unchanged)
  const confirmed = (await store.keptFacts.get('days'))?.keptAt ?? ''
  // As old as the question: an answer may have waited on this device.
  expect([touched, confirmed >= first, confirmed < meanwhile]).toEqual([[], true, true])
  // Told of the version that is here, the server is asked for nothing.
  const nobody: WholeFetches = { ...serverAt(9), agenda: () => Promise.reject(new Error('asked')) }
  await keepWhole(store, 'days', 2, here, nobody)
  expect(touched).toEqual([])
})

/** The clock, once it is later than that. */
function clockAfter(before: string): Promise<string> {
  return until(
    async () => new Date().toISOString(),
    (now) => now > before,
  )
}

it('writes once what two tabs bring at a time, and reads nothing of it again', async () => {
  await keepWhole(store, 'days', null, here, serverAt(1))
  const written: string[] = []
  store.agendas.hook('updating', () => void written.push('agenda'))
  store.descriptions.hook('updating', () => void written.push('texts'))
  const other = () => keepWhole(store, 'days', 2, here, serverAt(2))
  await keepWhole(store, 'days', 2, here, serverAt(2, { agenda: other }))
  expect([written, await kept()]).toEqual([['agenda', 'texts'], { programme: 2, texts: 'Text of 2', changes: 2 }])
})

it('takes what changed of another conference that came to the same address', async () => {
  await keepWhole(store, 'days', null, here, serverAt(1))
  const other = programme(1)
  const fetches = serverAt(1)
  const agenda = { ...other, conference: { ...other.conference, id: 'other' } }
  await keepWhole(store, 'days', null, here, { ...fetches, agenda: async () => ({ agenda, etag: 'other' }) })
  expect((await store.changes.get('days'))?.conferenceId).toBe('other')
})

it.each(['agenda', 'changes', 'texts'] as const)(
  'leaves what another tab brought of a later version while the %s came',
  async (part) => {
    await keepWhole(store, 'days', null, here, serverAt(1))
    const other = () => keepWhole(store, 'days', null, here, serverAt(3))
    await keepWhole(store, 'days', null, here, {
      ...serverAt(2, { [part]: other }),
      texts: part === 'texts' ? lateTexts(other) : serverAt(3).texts,
    })
    expect(await kept()).toEqual({ programme: 3, texts: 'Text of 3', changes: 3 })
  },
)

/** The first answer is of before, and comes after the other tab is done. */
function lateTexts(other: () => Promise<unknown>): WholeFetches['texts'] {
  let asked = 0
  return async (...question) => {
    if (asked++ > 0) return serverAt(3).texts(...question)
    await other()
    return { value: { s: 'Text of 2' }, etag: 't2' }
  }
}

it.each(['agenda', 'changes', 'texts'] as const)(
  'keeps nothing of what the server told after somebody else had signed in: %s',
  async (part) => {
    let isHere = true
    const leave = async () => (isHere = false)
    await keepWhole(store, 'days', null, () => isHere, serverAt(1, { [part]: leave }))
    expect(await kept()).toEqual({
      programme: part === 'agenda' ? undefined : 1,
      texts: undefined,
      changes: part === 'texts' ? 1 : undefined,
    })
  },
)

it('remembers since when the server has it no more, until it has it again', async () => {
  const goneAt = async () => (await store.keptFacts.get('days'))?.goneAt
  const gone: WholeFetches = { ...serverAt(1), agenda: () => Promise.resolve('gone') }
  await keepWhole(store, 'days', null, here, gone)
  expect(await kept()).toEqual({ programme: undefined, texts: undefined, changes: undefined })
  await keepWhole(store, 'days', null, here, serverAt(1))
  expect(await goneAt()).toBeUndefined()
  await keepWhole(store, 'days', null, here, gone)
  const first = await goneAt()
  expect([typeof first, await kept()]).toEqual(['string', { programme: 1, texts: 'Text of 1', changes: 1 }])
  await keepWhole(store, 'days', null, here, gone)
  expect(await goneAt()).toBe(first)
  for (const agenda of [async () => 'unchanged' as const, serverAt(2).agenda]) {
    await keepWhole(store, 'days', null, here, { ...serverAt(2), agenda })
    expect(await goneAt()).toBeUndefined()
    await keepWhole(store, 'days', null, here, gone)
  }
  // Another tab is told that it is there while this one hears that it is not.
  await keepWhole(store, 'days', null, here, {
    ...gone,
    agenda: async () => (await keepWhole(store, 'days', null, here, serverAt(3)), 'gone' as const),
  })
  expect([await goneAt(), await kept()]).toEqual([undefined, { programme: 3, texts: 'Text of 3', changes: 3 }])
})

it('keeps the plans of its building, and none that it has no more', async () => {
  const withPlans = (version: number, pictures: string[]): WholeFetches => {
    const floors = pictures.map((picture) => ({ id: picture, name: picture, picture, width: 2, height: 1 }))
    return {
      ...serverAt(version),
      agenda: async () => ({ agenda: { ...programme(version), floors }, etag: `a${version}` }),
      // One does not come at first.
      plan: async (picture) => (picture === 'late' && version === 1 ? null : new Blob([picture])),
    }
  }
  const plans = async () => (await store.floorPlans.toArray()).map(({ picture, slug }) => [picture, slug])
  await keepWhole(store, 'days', null, here, withPlans(1, ['ground', 'late']))
  expect(await plans()).toEqual([['ground', 'days']])
  await keepWhole(store, 'days', null, here, withPlans(2, ['late', 'upper']))
  expect(await plans()).toEqual([
    ['late', 'days'],
    ['upper', 'days'],
  ])
  await keepWhole(store, 'days', null, () => false, withPlans(3, ['other']))
  expect((await plans()).length).toBe(2)
})
