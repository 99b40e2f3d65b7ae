import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import type { SetAttendance, SetBlock } from '../schema'
import { acknowledgeChanges, dropBlock, setAttendance, setBlock } from './mutations'

const { db } = await testDatabase()
const at = (minute: number) => new Date(Date.UTC(2026, 2, 24, 12, minute))
const iso = (minute: number) => at(minute).toISOString()

let ada: Awaited<ReturnType<typeof makePerson>>
let bo: Awaited<ReturnType<typeof makePerson>>
let conference: Awaited<ReturnType<typeof makeConference>>
beforeEach(async () => {
  ;[ada, bo, conference] = [await makePerson(db), await makePerson(db), await makeConference(db, { sessions: 3 })]
})

const run = (change: (tx: Prisma.TransactionClient) => Promise<void>) =>
  db.$transaction(change).then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : Promise.reject(error)),
  )

describe('a block', () => {
  let id: string
  beforeEach(() => {
    id = randomUUID()
  })
  const whole = () => ({
    id,
    conferenceId: conference.id,
    title: 'Lunch',
    startAt: iso(0),
    endAt: iso(30),
    daily: false,
  })
  const set = (minute: number, said: Partial<SetBlock> = whole(), who = ada) =>
    run((tx) => setBlock(tx, who, { id, conferenceId: conference.id, ...said }, at(minute)))
  const drop = (minute: number, who = ada) => run((tx) => dropBlock(tx, who.id, { id }, at(minute)))
  const stored = () =>
    db.block.findUnique({
      where: { id },
      select: {
        title: true,
        startAt: true,
        daily: true,
        sequence: true,
        revision: true,
        updatedAt: true,
        droppedAt: true,
      },
    })
  const first = () => ({
    ...{ title: 'Lunch', startAt: at(0), daily: false, sequence: 0, revision: 1n, updatedAt: at(1), droppedAt: null },
  })

  it('is made once, changed by what is named, and written only where something is another', async () => {
    expect([await set(1), await set(2), await set(3, { title: 'Lunch' })]).toEqual(['done', 'done', 'done'])
    expect(await stored()).toEqual(first())
    await set(4, { title: 'Tea' })
    expect(await stored()).toEqual({ ...first(), title: 'Tea', sequence: 1, revision: 2n, updatedAt: at(4) })
    await set(5, { startAt: iso(5), endAt: iso(35) })
    expect(await stored()).toMatchObject({ title: 'Tea', startAt: at(5), sequence: 2, revision: 3n })
  })

  it('leaves a tombstone, and comes back whole', async () => {
    await set(1)
    await drop(2)
    await drop(3)
    const dropped = { ...first(), sequence: 1, revision: 2n, updatedAt: at(2), droppedAt: at(2) }
    expect(await stored()).toEqual(dropped)
    expect(await set(4, { ...whole(), adds: true })).toBe('done')
    expect(await stored()).toEqual({ ...first(), sequence: 2, revision: 3n, updatedAt: at(4) })
    // What only adds leaves what stands.
    await set(5, { ...whole(), title: 'Tea', adds: true })
    expect(await stored()).toMatchObject({ title: 'Lunch', revision: 3n })
  })

  it('is nobody else’s, is of one conference, and is not made of a part', async () => {
    const closed = await makeConference(db, { visibility: 'private', sessions: 0 })
    const open = await makeConference(db, { sessions: 0 })
    expect([
      await set(1, { title: 'Lunch' }),
      await set(1, { ...whole(), conferenceId: closed.id }),
      await set(1, { ...whole(), conferenceId: randomUUID() }),
      await stored(),
    ]).toEqual(['INVALID', 'NOT_FOUND', 'NOT_FOUND', null])
    await set(1)
    expect([
      await set(2, { ...whole(), title: 'Mine' }, bo),
      await drop(2, bo),
      await set(2, { ...whole(), conferenceId: open.id }),
      await stored(),
    ]).toEqual(['NOT_FOUND', 'done', 'CONFLICT', first()])
  })

  it('stays as it is where a device comes with old news', async () => {
    await set(5)
    await set(9, { title: 'Tea', asOf: iso(5) })
    expect(await stored()).toEqual({ ...first(), updatedAt: at(5) })
    await set(9, { title: 'Tea', asOf: iso(6) })
    expect(await stored()).toMatchObject({ title: 'Tea', updatedAt: at(6) })
  })
})

describe('an attendance', () => {
  const set = (minute: number, nth: number, said: Omit<SetAttendance, 'sessionId'>) =>
    run((tx) => setAttendance(tx, ada, { sessionId: conference.sessionIds[nth] ?? '', ...said }, at(minute)))
  const stored = async () =>
    (
      await db.attendance.findMany({
        where: { userId: ada.id },
        orderBy: { revision: 'asc' },
        select: { sessionId: true, status: true, watchReplay: true, findSlides: true, reason: true, updatedAt: true },
      })
    ).map(({ sessionId, ...said }) => ({ nth: conference.sessionIds.indexOf(sessionId), ...said }))
  const nothing = { status: null, watchReplay: false, findSlides: false, reason: null }

  it('keeps what is not named, and takes a reason back that is emptied', async () => {
    await set(1, 0, { status: 'couldNotGetIn', reason: 'full' })
    await set(2, 0, { watchReplay: true })
    expect(await stored()).toEqual([
      { ...nothing, nth: 0, status: 'couldNotGetIn', reason: 'full', watchReplay: true, updatedAt: at(2) },
    ])
    await set(3, 0, { watchReplay: true })
    expect((await stored())[0]?.updatedAt).toEqual(at(2))
    await set(4, 0, { status: null, reason: '' })
    expect(await stored()).toEqual([{ ...nothing, nth: 0, watchReplay: true, updatedAt: at(4) }])
  })

  it('is later than all said before in the same moment: where somebody is, is what they said last', async () => {
    for (const nth of [0, 1, 2]) await set(1, nth, { status: 'attended' })
    const after = (milliseconds: number) => new Date(at(1).getTime() + milliseconds)
    expect((await stored()).map(({ updatedAt }) => updatedAt)).toEqual([at(1), after(1), after(2)])
    // What was said before on a device that was away stays where it was.
    await set(5, 0, { status: 'missed', asOf: iso(2) })
    expect((await stored()).at(-1)).toMatchObject({ nth: 0, status: 'missed', updatedAt: at(2) })
    await set(5, 0, { status: 'attended', asOf: iso(2) })
    expect((await stored()).at(-1)).toMatchObject({ nth: 0, status: 'missed' })
  })

  it('is of no session that is not there, or not to be seen', async () => {
    const closed = await makeConference(db, { visibility: 'private', sessions: 1 })
    const say = (sessionId: string) => run((tx) => setAttendance(tx, ada, { sessionId, status: 'attended' }, at(1)))
    expect([await say(randomUUID()), await say(closed.sessionIds[0] ?? ''), await stored()]).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      [],
    ])
  })
})

it('notes changes as seen up to the latest, and goes back only over what was noted last', async () => {
  const { id: conferenceId } = conference
  const see = (version: number, undoes?: number) =>
    run((tx) => acknowledgeChanges(tx, ada, { conferenceId, version, undoes }, at(1)))
  const seen = async () => (await db.changeReceipt.findFirst({ where: { userId: ada.id } }))?.version
  const steps: [version: number, undoes?: number][] = [[3], [2], [5], [3, 4], [3, 5], [1, 5], [4, 3], [0, 3]]
  const told = []
  for (const step of steps) told.push(await see(...step).then(seen))
  expect(told).toEqual([3, 3, 5, 5, 3, 3, 3, 0])
  const closed = await makeConference(db, { visibility: 'private' })
  const elsewhere = (of: string) => run((tx) => acknowledgeChanges(tx, ada, { conferenceId: of, version: 1 }, at(1)))
  expect([await elsewhere(closed.id), await elsewhere(randomUUID())]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
})
