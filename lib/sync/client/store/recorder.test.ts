import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStore } from '@/lib/device'
import type { Change } from '../../mutation'
import type { PersonStore } from '../kind'
import { byOrder } from './outbox'
import { recordInto, type Recorder } from './recorder'
import type { StorageState } from './storage-state'

/** The browser's small memory. */
const kept = new Map<string, string>()
let store: PersonStore
let recorder: Recorder
let told: StorageState[]
let stored: number
let open: Recorder[]

beforeEach(() => {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  kept.clear()
  ;[told, stored, open] = [[], 0, []]
  store = openStore('ada', { indexedDB: new IDBFactory(), IDBKeyRange })
  recorder = recorderHere()
})
afterEach(() => {
  for (const each of open) each.stop()
  store.dexie.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function recorderHere(): Recorder {
  const made = recordInto(
    store,
    (storage) => void told.push(storage),
    () => stored++,
  )
  open.push(made)
  return made
}

const pick = (sessionId: string): Change => ({ name: 'setPick', args: { sessionId, rank: 'first' } })
const named = ({ mutation }: { mutation: { args: object } }) =>
  'sessionId' in mutation.args ? mutation.args.sessionId : mutation.args
const inStore = async () => (await store.outbox.toArray()).sort(byOrder).map(named)
const inMemory = () => recorder.unstored().map(named)

/** From now on the disk refuses what is written. @returns how there is room again */
function breakDisk(name = 'QuotaExceededError'): () => void {
  const broken = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no', name)
  })
  return () => broken.mockRestore()
}

it('stores changes in the order in which they were made, each under an id and a time of its own', async () => {
  const before = Date.now()
  await Promise.all(['a', 'b', 'c'].map((session) => recorder.record('c', pick(session))))
  const entries = (await store.outbox.toArray()).sort(byOrder)
  expect([await inStore(), inMemory(), told, stored, kept]).toEqual([
    ['a', 'b', 'c'],
    [],
    ['ok', 'ok', 'ok'],
    3,
    new Map(),
  ])
  expect(new Set(entries.map(({ mutation }) => mutation.id)).size).toBe(3)
  expect(entries.map(({ conferenceId, mutation }) => [conferenceId, Date.parse(mutation.at) >= before])).toEqual(
    entries.map(() => ['c', true]),
  )
})

it('is in the small memory before the store has it, as it will be there', async () => {
  const done = recorder.record('c', pick('a'))
  const left = [...kept.values()].map((text): unknown => JSON.parse(text))
  await done
  const [{ order: _, ...entry } = { order: 0 }] = await store.outbox.toArray()
  expect([left, kept.size]).toEqual([[{ page: expect.any(String), entry }], 0])
})

it.each([
  ['full', 'QuotaExceededError'],
  ['unavailable', 'UnknownError'],
] as const)('says that the store is %s, shows what waits, and stores it in order once it can', async (state, name) => {
  await recorder.record('c', pick('before'))
  const mend = breakDisk(name)
  let done = 0
  for (const session of ['a', 'b']) void recorder.record('c', pick(session)).then(() => done++)
  await vi.waitFor(() => expect(told.at(-1)).toBe(state))
  const [stands] = await store.outbox.toArray()
  const orders = [stands, ...recorder.unstored()].map((entry) => entry?.order ?? 0)
  // What waits is laid over what is stored.
  const isLaidOver = orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? 0))
  expect([inMemory(), isLaidOver, done]).toEqual([['a', 'b'], true, 0])
  await vi.advanceTimersByTimeAsync(5_000)
  await vi.waitFor(() => expect(told.filter((each) => each === state).length).toBeGreaterThan(1))
  expect([await inStore(), kept.size]).toEqual([['before'], 2])
  mend()
  await vi.advanceTimersByTimeAsync(5_000)
  await vi.waitFor(() => expect(done).toBe(2))
  expect([await inStore(), inMemory(), told.at(-1), kept.size]).toEqual([['before', 'a', 'b'], [], 'ok', 0])
})

it('is stored with the next change, not later, where there is room by then', async () => {
  const mend = breakDisk()
  const first = recorder.record('c', pick('a'))
  await vi.waitFor(() => expect(told).toEqual(['full']))
  mend()
  await recorder.record('c', pick('b'))
  await first
  expect(await inStore()).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect([await inStore(), stored]).toEqual([['a', 'b'], 2])
})

it('tries no more once it is stopped, and leaves what waits to the next page', async () => {
  const mend = breakDisk()
  void recorder.record('c', pick('a'))
  await vi.waitFor(() => expect(told).toEqual(['full']))
  recorder.stop()
  mend()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([await inStore(), kept.size]).toEqual([[], 1])
})

it('mixes with what another page writes without losing any', async () => {
  const other = recorderHere()
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((session, index) => (index % 2 ? other : recorder).record('c', pick(session))),
  )
  const all = await inStore()
  expect([[...all].sort(), all.indexOf('a') < all.indexOf('c'), all.indexOf('b') < all.indexOf('d')]).toEqual([
    ['a', 'b', 'c', 'd'],
    true,
    true,
  ])
})
