import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { restoreInto, readStore } from '@/lib/notes/device/backup/device-backup'
import { mergeGuest } from './client/viewer/merge-guest'
import { shownAttendances } from '@/lib/planning/device/shown'
import { recordInto } from './client/store/recorder'
import type { Change } from '@/lib/sync/mutation'
import { openStore } from '@/lib/device'
import type { PersonStore } from './client/kind'
import { syncOnce } from './client/exchange/sync-once'
import type { Wire } from './client/exchange/transport'
import { pull, push } from '@/lib/handlers'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const [eight, nine, ten] = ['2026-03-24T08:00:00.000Z', '2026-03-24T09:00:00.000Z', '2026-03-24T10:00:00.000Z']
const conference = await makeConference(db)
const [sessionId = ''] = conference.sessionIds
let ada: Awaited<ReturnType<typeof makePerson>>
const stores: PersonStore[] = []

beforeEach(async () => void (ada = await makePerson(db)))
afterEach(() => stores.splice(0).forEach(({ dexie }) => dexie.close()))

/** A browser of Ada's. @param person null: its guest's store */
function device(indexedDB = new IDBFactory(), person: string | null = ada.id) {
  const store = openStore(person, { indexedDB, IDBKeyRange })
  stores.push(store)
  const { record } = recordInto(
    store,
    () => undefined,
    () => undefined,
  )
  const wire: Wire = {
    push: async (id, from, mutations) => ({
      ok: true,
      answer: await push(db, ada, { person: id, device: from, mutations }, now),
    }),
    pull: async (id, after) => ({ ok: true, answer: await pull(db, ada, { person: id, after }) }),
  }
  return { store, record: (change: Change) => record(conference.id, change), sync: () => syncOnce(store, ada.id, wire) }
}

async function plan({ store }: ReturnType<typeof device>) {
  const { picks, blocks, attendances } = await readStore(store, ada.id)
  return {
    picks: picks.map(({ rank, knownVersion }) => ({ rank, knownVersion })),
    blocks: blocks.map(({ title, startAt, endAt, daily }) => ({ title, startAt, endAt, daily })),
    attendances: attendances.map(({ status, watchReplay, findSlides, reason }) => ({
      status,
      watchReplay,
      findSlides,
      reason,
    })),
  }
}

const attend = (said: Omit<Extract<Change, { name: 'setAttendance' }>['args'], 'sessionId'>): Change => ({
  name: 'setAttendance',
  args: { ...said, sessionId },
})

/** Two devices that both have said something since they last heard of each other; what all show at the end. */
async function meet(phone: ReturnType<typeof device>, laptop: ReturnType<typeof device>) {
  expect([await laptop.sync(), await phone.sync(), await laptop.sync(), await phone.sync()]).toEqual([
    'done',
    'done',
    'done',
    'done',
  ])
  expect(await plan(phone)).toEqual(await plan(laptop))
  return plan(phone)
}

it('keeps what two devices said of one session', async () => {
  const [phone, laptop] = [device(), device()]
  await phone.record(attend({ watchReplay: true }))
  await laptop.record(attend({ findSlides: true }))
  await phone.record(attend({ status: 'attended' }))
  await phone.record(attend({ status: 'leftEarly' }))
  expect((await meet(phone, laptop)).attendances).toEqual([
    { status: 'leftEarly', watchReplay: true, findSlides: true, reason: undefined },
  ])
  await phone.record(attend({ watchReplay: false }))
  await laptop.record(attend({ status: null, reason: 'Too full' }))
  expect((await plan(laptop)).attendances).toEqual([
    { status: null, watchReplay: true, findSlides: true, reason: 'Too full' },
  ])
  expect((await meet(phone, laptop)).attendances).toEqual([
    { status: null, watchReplay: false, findSlides: true, reason: 'Too full' },
  ])
})

it('takes whole rows as older devices send them', async () => {
  const phone = device()
  const mutation = {
    id: randomUUID(),
    at: eight,
    name: 'setAttendance',
    args: { sessionId, status: 'attended', watchReplay: true, findSlides: false },
  }
  const block = {
    id: randomUUID(),
    at: eight,
    name: 'setBlock',
    args: { id: randomUUID(), conferenceId: conference.id, title: 'Podcast', startAt: eight, endAt: nine, daily: true },
  }
  const { results } = await push(db, ada, { person: ada.id, device: randomUUID(), mutations: [mutation, block] }, now)
  await phone.sync()
  expect([results.map(({ ok }) => ok), await plan(phone)]).toEqual([
    [true, true],
    {
      picks: [],
      blocks: [{ title: 'Podcast', startAt: eight, endAt: nine, daily: true }],
      attendances: [{ status: 'attended', watchReplay: true, findSlides: false, reason: undefined }],
    },
  ])
})

it('says of whole rows that an older build queued only what its person changed', async () => {
  const [phone, laptop, id] = [device(), device(), randomUUID()]
  await phone.record(attend({ status: 'attended' }))
  await phone.record({
    name: 'setBlock',
    args: { id, conferenceId: conference.id, title: 'Podcast', startAt: eight, endAt: nine, daily: false },
  })
  await meet(phone, laptop)
  await phone.record(attend({ status: 'leftEarly', watchReplay: false, findSlides: false }))
  await phone.record({
    name: 'setBlock',
    args: { id, conferenceId: conference.id, title: 'Podcast, live', startAt: eight, endAt: nine, daily: false },
  })
  await laptop.record(attend({ watchReplay: true }))
  await laptop.record({ name: 'setBlock', args: { id, conferenceId: conference.id, startAt: nine, endAt: ten } })
  expect(await meet(phone, laptop)).toEqual({
    picks: [],
    blocks: [{ title: 'Podcast, live', startAt: nine, endAt: ten, daily: false }],
    attendances: [{ status: 'leftEarly', watchReplay: true, findSlides: false, reason: undefined }],
  })
})

it('keeps the name and the time that two devices gave a block, and brings a dropped one back', async () => {
  const [phone, laptop, id] = [device(), device(), randomUUID()]
  const say = (said: object): Change => ({ name: 'setBlock', args: { id, conferenceId: conference.id, ...said } })
  await phone.record(say({ title: 'Podcast', startAt: eight, endAt: nine, daily: false }))
  await meet(phone, laptop)
  await phone.record(say({ title: 'Lunch' }))
  await laptop.record(say({ startAt: nine, endAt: ten }))
  await laptop.record(say({ daily: true }))
  expect((await meet(phone, laptop)).blocks).toEqual([{ title: 'Lunch', startAt: nine, endAt: ten, daily: true }])
  await laptop.record({ name: 'dropBlock', args: { id } })
  await phone.record(say({ title: 'Long lunch' }))
  expect((await meet(phone, laptop)).blocks).toEqual([{ title: 'Long lunch', startAt: nine, endAt: ten, daily: true }])
})

it('refuses a block of which not all is known, and times of which half is said', async () => {
  const of = (args: object) => ({
    id: randomUUID(),
    at: eight,
    name: 'setBlock',
    args: { id: randomUUID(), conferenceId: conference.id, ...args },
  })
  const { results } = await push(
    db,
    ada,
    {
      person: ada.id,
      device: randomUUID(),
      mutations: [
        of({ title: 'Podcast' }),
        of({ title: 'Podcast', startAt: eight, daily: false }),
        of({ title: 'Podcast', startAt: nine, endAt: eight, daily: false }),
      ],
    },
    now,
  )
  expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual(['INVALID', 'INVALID', 'INVALID'])
})

it('keeps the rank that one device gave a pick while another read its news', async () => {
  await db.conference.update({ where: { id: conference.id }, data: { version: 9 } })
  const [phone, laptop] = [device(), device()]
  await phone.record({ name: 'setPick', args: { sessionId, rank: 'first', knownVersion: 3 } })
  await meet(phone, laptop)
  await laptop.record({ name: 'setPick', args: { sessionId, rank: 'planB' } })
  await phone.record({ name: 'setPick', args: { sessionId, knownVersion: 7 } })
  expect((await meet(phone, laptop)).picks).toEqual([{ rank: 'planB', knownVersion: 7 }])
  await laptop.record({ name: 'dropPick', args: { sessionId } })
  await phone.record({ name: 'setPick', args: { sessionId, knownVersion: 8 } })
  expect((await meet(phone, laptop)).picks).toEqual([])
})

it('adds at sign-in what the guest picked and said, and replaces nothing of the account’s', async () => {
  const [laptop, browser] = [device(), new IDBFactory()]
  await laptop.record({ name: 'setPick', args: { sessionId, rank: 'first' } })
  await laptop.record(attend({ status: 'leftEarly', watchReplay: true }))
  await laptop.sync()
  const guest = device(browser, null)
  await guest.record({ name: 'setPick', args: { sessionId, rank: 'hidden' } })
  await guest.record(attend({ status: 'attended', watchReplay: false, findSlides: false }))
  await guest.record(attend({ findSlides: true }))
  const phone = device(browser)
  await mergeGuest(phone.store, guest.store)
  // Until the account is heard of, what the guest did is what there is.
  expect((await plan(phone)).picks).toMatchObject([{ rank: 'hidden' }])
  const { picks, attendances } = await meet(phone, laptop)
  expect([picks.map(({ rank }) => rank), attendances]).toEqual([
    ['first'],
    [{ status: 'leftEarly', watchReplay: true, findSlides: true, reason: undefined }],
  ])
  await phone.record({ name: 'setPick', args: { sessionId, rank: 'planB' } })
  expect((await meet(phone, laptop)).picks.map(({ rank }) => rank)).toEqual(['planB'])
})

it('adds what a backup has to what the account has, also where this device has not heard of it yet', async () => {
  const [laptop, old, phone] = [device(), device(), device()]
  await old.record({ name: 'setPick', args: { sessionId, rank: 'hidden' } })
  await old.record(attend({ status: 'attended', findSlides: true }))
  const backup = await readStore(old.store, ada.id)
  await laptop.record({ name: 'setPick', args: { sessionId, rank: 'first' } })
  await laptop.record(attend({ watchReplay: true }))
  await laptop.sync()
  const photos = () => Promise.reject(new Error('no photos in this backup'))
  await restoreInto(
    { store: () => phone.store, record: (_conference, change) => phone.record(change), photos, sync: () => undefined },
    ada.id,
    backup,
  )
  const { picks, attendances } = await meet(phone, laptop)
  expect([picks.map(({ rank }) => rank), attendances]).toEqual([
    ['first'],
    [{ status: 'attended', watchReplay: true, findSlides: true, reason: undefined }],
  ])
})

it('keeps the caption that one device gave a photo when another brings it back', async () => {
  const note = await db.note.create({
    data: { id: randomUUID(), userId: ada.id, conferenceId: conference.id, revision: 0n, notedAt: now },
  })
  const [id, facts] = [randomUUID(), { noteId: note.id, takenAt: eight, mediaType: 'image/webp', width: 4, height: 3 }]
  const say = (args: object, name = 'setPhoto') => ({ id: randomUUID(), at: eight, name, args: { id, ...args } })
  const send = async (...mutations: { id: string }[]) => {
    await push(db, ada, { person: ada.id, device: randomUUID(), mutations }, now)
    return (await pull(db, ada, { person: ada.id, after: 0 })).photos.map(({ caption, deletedAt }) => ({
      caption,
      deletedAt,
    }))
  }
  expect(await send(say(facts), say({ ...facts, caption: 'The budget' }), say({}, 'deletePhoto'), say(facts))).toEqual([
    { caption: 'The budget', deletedAt: null },
  ])
  expect(await send(say({ ...facts, caption: '' }))).toEqual([{ caption: null, deletedAt: null }])
})

it('knows on another device in which order was said where somebody is, of all that one push brought', async () => {
  const [phone, laptop] = [device(), device()]
  const inOrder = [...conference.sessionIds].sort().reverse()
  expect(inOrder.length).toBeGreaterThan(1)
  for (const id of inOrder) await phone.record({ name: 'setAttendance', args: { sessionId: id, status: 'attended' } })
  await phone.sync()
  await laptop.sync()
  const orderOn = async ({ store }: typeof phone) => [
    ...(
      shownAttendances(await store.attendances.toArray(), await store.outbox.toArray()).get(conference.id) ?? new Map()
    ).keys(),
  ]
  expect([await orderOn(laptop), await orderOn(phone)]).toEqual([inOrder, inOrder])
})
