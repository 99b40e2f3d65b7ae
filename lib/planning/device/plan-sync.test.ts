import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '@/lib/device'
import type { PullAnswer } from '@/lib/sync/answers'
import type { KindSync, PersonStore } from '@/lib/sync/client/kind'
import { attendancesSync, blocksSync, picksSync, seenSync } from './plan-sync'

const [early, late] = ['2026-03-24T09:00:00.000Z', '2026-03-24T10:00:00.000Z']
const now = new Date('2026-03-24T12:00:00Z')
const pick = (sessionId: string, droppedAt: string | null = null) => ({
  sessionId,
  conferenceId: 'c',
  rank: 'first' as const,
  knownVersion: 3,
  updatedAt: early,
  droppedAt,
})
const block = (id: string, droppedAt: string | null = null) => ({
  id,
  conferenceId: 'c',
  title: 'Lunch',
  startAt: early,
  endAt: late,
  daily: false,
  updatedAt: early,
  droppedAt,
})
const attendance = (sessionId: string, reason: string | null = null) => ({
  sessionId,
  conferenceId: 'c',
  status: 'missed' as const,
  watchReplay: true,
  findSlides: false,
  reason,
  updatedAt: early,
})
const told = (rows: Partial<PullAnswer>): PullAnswer => ({
  revision: 1,
  notes: [],
  photos: [],
  picks: [],
  blocks: [],
  attendances: [],
  seen: [],
  ...rows,
})
const kinds: KindSync[] = [picksSync, blocksSync, attendancesSync, seenSync]

let store: PersonStore
beforeEach(() => {
  store = openStore('ada', { indexedDB: new IDBFactory(), IDBKeyRange })
})
afterEach(() => store.dexie.close())

const take = async (rows: Partial<PullAnswer>) => {
  for (const kind of kinds) await kind.take(store, told(rows), [], now)
}
const again = async (rows: Partial<PullAnswer>, history = { isBehind: true, isSure: true }) =>
  (await Promise.all(kinds.map((kind) => kind.again(store, told(rows), history, now)))).flat()
const kept = async () => ({
  picks: await store.picks.toArray(),
  blocks: await store.blocks.toArray(),
  attendances: await store.attendances.toArray(),
  seen: await store.seen.toArray(),
})

it('keeps what a pull tells, lets go of what was dropped, and takes an answer that comes twice for one', async () => {
  const { droppedAt: _pick, ...keptPick } = pick('a')
  const { droppedAt: _block, ...keptBlock } = block('a')
  const { reason: _reason, ...wordless } = attendance('b')
  const seen = [{ conferenceId: 'c', version: 4 }]
  const rows = {
    picks: [pick('a'), pick('b')],
    blocks: [block('a'), block('b')],
    attendances: [attendance('a', 'ill'), attendance('b')],
    seen,
  }
  const dropped = { picks: [pick('b', late), pick('never', late)], blocks: [block('b', late)] }
  for (let time = 0; time < 2; time++) {
    await take(rows)
    await take(dropped)
    expect(await kept()).toEqual({
      picks: [keptPick],
      blocks: [keptBlock],
      attendances: [attendance('a', 'ill'), wordless],
      seen,
    })
  }
})

it('says again to a server that was put back what only this device has, and nothing of what stands there', async () => {
  const rows = {
    picks: [pick('a'), pick('b')],
    blocks: [block('a'), block('b')],
    attendances: [attendance('a', 'ill'), attendance('b')],
    seen: [
      { conferenceId: 'c', version: 4 },
      { conferenceId: 'd', version: 1 },
    ],
  }
  await take(rows)
  expect(await again(rows)).toEqual([])
  const said = await again({
    picks: [pick('b')],
    blocks: [block('a')],
    attendances: [attendance('b')],
    seen: [
      { conferenceId: 'c', version: 3 },
      { conferenceId: 'd', version: 2 },
    ],
  })
  expect(said.map(({ conferenceId, mutation: { name, args, at } }) => [conferenceId, name, args, at])).toEqual([
    ['c', 'setPick', { sessionId: 'a', rank: 'first', knownVersion: 3, asOf: early }, '2026-03-24T12:00:00.000Z'],
    [
      'c',
      'setBlock',
      { id: 'b', conferenceId: 'c', title: 'Lunch', startAt: early, endAt: late, daily: false, asOf: early },
      '2026-03-24T12:00:00.000Z',
    ],
    [
      'c',
      'setAttendance',
      { sessionId: 'a', status: 'missed', watchReplay: true, findSlides: false, reason: 'ill', asOf: early },
      '2026-03-24T12:00:00.000Z',
    ],
    ['c', 'acknowledgeChanges', { conferenceId: 'c', version: 4 }, '2026-03-24T12:00:00.000Z'],
  ])
  expect(new Set(said.map(({ mutation }) => mutation.id)).size).toBe(said.length)
  expect(
    [...said, ...(await again({}, { isBehind: false, isSure: false }))].map(({ quiet }) => quiet === true),
  ).toEqual([...said.map(() => false), ...Array.from({ length: 8 }, () => true)])
})

it('is about one conference where changes were seen: what else waits is about its own things', () => {
  const mutation = { id: 'm', at: early }
  expect([
    seenSync.about?.({ ...mutation, name: 'acknowledgeChanges', args: { conferenceId: 'c', version: 1 } }),
    seenSync.about?.({ ...mutation, name: 'dropPick', args: { sessionId: 's' } }),
  ]).toEqual([['c'], null])
})
