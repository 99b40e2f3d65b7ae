import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import type { SetPick } from '../schema'
import { dropPick } from './mutations'
import { setPicks } from './set-picks'

const { db } = await testDatabase()
const at = (minute: number) => new Date(Date.UTC(2026, 2, 24, 12, minute))

let ada: Awaited<ReturnType<typeof makePerson>>
let open: Awaited<ReturnType<typeof makeConference>>
beforeEach(async () => {
  ;[ada, open] = [await makePerson(db), await makeConference(db, { sessions: 3 })]
  await db.conference.update({ where: { id: open.id }, data: { version: 5 } })
})

const set = async (minute: number, ...picks: SetPick[]) => {
  const refused = await db.$transaction((tx) => setPicks(tx, ada, picks, at(minute)))
  return Object.fromEntries([...refused].map(([id, { code }]) => [id, code]))
}
const drop = (minute: number, sessionId: string) =>
  db.$transaction((tx) => dropPick(tx, ada.id, { sessionId }, at(minute)))
const stored = async () =>
  (
    await db.pick.findMany({
      where: { userId: ada.id },
      orderBy: { revision: 'asc' },
      select: {
        sessionId: true,
        rank: true,
        knownVersion: true,
        revision: true,
        sequence: true,
        updatedAt: true,
        droppedAt: true,
      },
    })
  ).map(({ sessionId, revision, ...pick }) => ({
    nth: open.sessionIds.indexOf(sessionId),
    revision: Number(revision),
    ...pick,
  }))

const first = { nth: 0, rank: 'first', knownVersion: 5, revision: 1, sequence: 0, updatedAt: at(0), droppedAt: null }

it('picks in the order given, each under a revision of its own', async () => {
  const [a = '', b = '', c = ''] = open.sessionIds
  expect(
    await set(0, { sessionId: c, rank: 'hidden' }, { sessionId: a, rank: 'first' }, { sessionId: b, rank: 'planB' }),
  ).toEqual({})
  expect(await stored()).toEqual([
    { ...first, nth: 2, rank: 'hidden' },
    { ...first, revision: 2 },
    { ...first, nth: 1, rank: 'planB', revision: 3 },
  ])
})

it('refuses what is not there, and what is of a conference that is closed, and picks the rest', async () => {
  const [a = ''] = open.sessionIds
  const closed = await makeConference(db, { visibility: 'private', sessions: 2 })
  const [theirs = '', others = ''] = closed.sessionIds
  const nowhere = randomUUID()
  expect(
    await set(0, ...[nowhere, theirs, others, a].map((sessionId) => ({ sessionId, rank: 'first' as const }))),
  ).toEqual({ [nowhere]: 'NOT_FOUND', [theirs]: 'NOT_FOUND', [others]: 'NOT_FOUND' })
  expect(await stored()).toEqual([first])
})

it('writes nothing for what is so already, and moves the calendar’s entry only with the rank', async () => {
  const [sessionId = ''] = open.sessionIds
  await set(0, { sessionId, rank: 'first', knownVersion: 3 })
  await set(1, { sessionId, rank: 'first' })
  expect(await stored()).toEqual([{ ...first, knownVersion: 3 }])
  await set(2, { sessionId, knownVersion: 4 })
  expect(await stored()).toEqual([{ ...first, knownVersion: 4, revision: 2 }])
  // What nobody can have seen yet is news to everybody.
  await set(3, { sessionId, rank: 'planB', knownVersion: 99 })
  expect(await stored()).toEqual([{ ...first, rank: 'planB', revision: 3, sequence: 1, updatedAt: at(3) }])
})

it('makes no pick of a session of which only is said what is known', async () => {
  const [sessionId = ''] = open.sessionIds
  expect(await set(0, { sessionId, knownVersion: 4 })).toEqual({})
  expect(await stored()).toEqual([])
})

it('only adds where that is asked: what stands stays, what was dropped comes back', async () => {
  const [a = '', b = ''] = open.sessionIds
  await set(0, { sessionId: a, rank: 'first' }, { sessionId: b, rank: 'first' })
  await drop(1, b)
  await set(2, { sessionId: a, rank: 'hidden', adds: true }, { sessionId: b, rank: 'planB', adds: true })
  expect(await stored()).toEqual([
    first,
    { ...first, nth: 1, rank: 'planB', revision: 4, sequence: 2, updatedAt: at(2) },
  ])
})

it('leaves what was said since where a device comes with old news', async () => {
  const [sessionId = ''] = open.sessionIds
  await set(5, { sessionId, rank: 'first' })
  await set(9, { sessionId, rank: 'hidden', asOf: at(4).toISOString() })
  await set(9, { sessionId, rank: 'hidden', asOf: at(5).toISOString() })
  expect(await stored()).toEqual([{ ...first, updatedAt: at(5) }])
  await set(9, { sessionId, rank: 'hidden', asOf: at(6).toISOString() })
  expect(await stored()).toEqual([{ ...first, rank: 'hidden', revision: 2, sequence: 1, updatedAt: at(6) }])
  // A device whose clock runs ahead said it now at the latest.
  await set(10, { sessionId, rank: 'planB', asOf: at(50).toISOString() })
  expect(await stored()).toEqual([{ ...first, rank: 'planB', revision: 3, sequence: 2, updatedAt: at(10) }])
})

it('drops a pick once, and nobody else’s', async () => {
  const [sessionId = ''] = open.sessionIds
  await set(0, { sessionId, rank: 'first' })
  const bo = await makePerson(db)
  await db.$transaction((tx) => dropPick(tx, bo.id, { sessionId }, at(1)))
  expect(await stored()).toEqual([first])
  await drop(2, sessionId)
  const dropped = { ...first, revision: 2, sequence: 1, updatedAt: at(2), droppedAt: at(2) }
  expect(await stored()).toEqual([dropped])
  await drop(3, sessionId)
  expect(await stored()).toEqual([dropped])
})
