import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepPhoto } from '@/lib/notes/server/keep-photo'
import { getPhoto } from '@/lib/notes/server/photo-queries'
import { purgePhotos } from '@/lib/notes/server/purge-photos'
import { deleteBlob } from '@/lib/platform/blobs/blobs'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { keptPicture } from '@/tests/factories/kept-picture'
import { jpeg, png } from '@/tests/factories/picture'
import { testDatabase } from '@/tests/db'
import { pull, push } from '@/lib/handlers'
import { mergeGuest } from '@/lib/sync/client/viewer/merge-guest'
import { openPhotos, type NewPhoto } from './photo-keeper'
import { shownPhotos, type ShownPhoto } from './photo-rows'
import type { sendPhoto } from './photo-transport'
import { uploadAll } from './photo-uploads'
import { openStore } from '@/lib/device'
import type { PersonStore } from '@/lib/sync/client/kind'
import { syncOnce } from '@/lib/sync/client/exchange/sync-once'
import { giveAnotherTry } from '@/lib/sync/client/exchange/another-try'
import type { Wire } from '@/lib/sync/client/exchange/transport'

const { db } = await testDatabase()
process.env.HALLWAY_DATA = await mkdtemp(join(tmpdir(), 'hallway-photos-'))
const now = new Date('2026-03-24T12:00:00Z')
const conference = await makeConference(db)

type Person = Awaited<ReturnType<typeof makePerson>>
let ada: Person
let noteId: string
let stores: PersonStore[] = []

beforeEach(async () => {
  ada = await makePerson(db)
  noteId = randomUUID()
  await db.note.create({
    data: { id: noteId, userId: ada.id, conferenceId: conference.id, revision: 0n, notedAt: now },
  })
})

afterEach(() => {
  for (const { dexie } of stores) dexie.close()
  stores = []
})

/** A store on a device of its own, with the real server behind its wire. */
function device(person: Person | null, indexedDB = new IDBFactory()) {
  const store = openStore(person?.id ?? null, { indexedDB, IDBKeyRange })
  stores.push(store)
  const wire: Wire = {
    push: async (_, id, mutations, mark) => ({
      ok: true,
      answer: await push(db, ada, { person: ada.id, device: id, mark, mutations }, now),
    }),
    pull: async (_, after, mark) => ({
      ok: true,
      answer: await pull(db, ada, { person: ada.id, after, mark: mark ?? '' }),
    }),
  }
  const send: typeof sendPhoto = async (_, id, blob) => {
    const kept = await keepPhoto(db, ada, id, Buffer.from(await blob.arrayBuffer()), now)
    return kept.ok ? { ok: true } : { ok: false, refused: kept.reason }
  }
  return {
    store,
    photos: openPhotos(store, () => undefined),
    sync: () => syncOnce(store, ada.id, wire),
    upload: (how = send) => uploadAll(store, ada.id, () => false, how),
    send,
  }
}

const photo = (change: Partial<NewPhoto> = {}): NewPhoto => ({
  id: randomUUID(),
  noteId,
  conferenceId: conference.id,
  takenAt: now.toISOString(),
  mediaType: 'image/jpeg',
  width: 12,
  height: 8,
  blob: new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }),
  thumbnail: new Blob(['small'], { type: 'image/jpeg' }),
  ...change,
})

/** What a screen is told. */
async function shown({ store }: ReturnType<typeof device>): Promise<ShownPhoto[]> {
  return shownPhotos(await store.photos.toArray(), await store.outbox.toArray(), noteId)
}

const seen = async (phone: ReturnType<typeof device>) =>
  (await shown(phone)).map(({ id, caption, state, blob }) => ({ id, caption, state, here: blob !== undefined }))

it('takes a photo from one device to the server and to another: said, sent, shown', async () => {
  const [phone, laptop, taken] = [device(ada), device(ada), photo()]
  await phone.photos.keep(taken)
  expect(await seen(phone)).toEqual([{ id: taken.id, caption: undefined, state: 'here', here: true }])
  // Nothing is sent before the server knows what it is.
  expect([await phone.upload(), await db.photo.count({ where: { id: taken.id } })]).toEqual(['done', 0])
  await phone.photos.setCaption(taken.id, 'The budget')
  expect([await phone.sync(), await phone.upload(), await phone.sync()]).toEqual(['done', 'done', 'done'])
  expect(await seen(phone)).toEqual([{ id: taken.id, caption: 'The budget', state: 'server', here: true }])
  expect(await phone.store.outbox.count()).toBe(0)
  await laptop.sync()
  expect(await seen(laptop)).toEqual([{ id: taken.id, caption: 'The budget', state: 'server', here: false }])
})

it('removes a photo and brings it back, with what it said and its picture', async () => {
  const [phone, taken] = [device(ada), photo()]
  await phone.photos.keep(taken)
  await phone.photos.setCaption(taken.id, 'The budget')
  await phone.sync()
  await phone.photos.remove(taken.id)
  await phone.sync()
  expect([
    await seen(phone),
    await phone.upload(),
    await db.photo.findUnique({ where: { id: taken.id } }),
  ]).toMatchObject([[], 'done', { deletedAt: now, bytes: 0 }])
  await phone.photos.restore(taken.id)
  expect([await phone.sync(), await phone.upload()]).toEqual(['done', 'done'])
  expect([await seen(phone), await db.photo.findUnique({ where: { id: taken.id } })]).toMatchObject([
    [{ caption: 'The budget', state: 'server', here: true }],
    { deletedAt: null, bytes: (await keptPicture(jpeg)).length },
  ])
})

it('keeps sending after a failure, one by one, each once', async () => {
  const phone = device(ada)
  const taken = [photo({ takenAt: '2026-03-24T12:00:01.000Z' }), photo({ takenAt: '2026-03-24T12:00:02.000Z' })]
  for (const each of taken) await phone.photos.keep(each)
  await phone.sync()
  const asked: string[] = []
  const answers: ReturnType<typeof sendPhoto>[] = []
  const shaky: typeof sendPhoto = async (person, id, blob) => {
    asked.push(id)
    const sent = phone.send(person, id, blob)
    answers.push(sent)
    await sent
    // The server has it, and its answer is lost.
    return asked.length === 1 ? { ok: false, reason: 'failed' } : sent
  }
  expect([await phone.upload(shaky), await phone.upload(shaky)]).toEqual(['failed', 'done'])
  expect(asked).toEqual([taken[0]?.id, taken[0]?.id, taken[1]?.id])
  expect((await db.user.findUniqueOrThrow({ where: { id: ada.id } })).revision).toBe(4n)
})

it('keeps what the server refuses, with its reason, holds up no other, and tries again when asked to', async () => {
  const [phone, lost, strange, good] = [
    device(ada),
    photo({ noteId: randomUUID() }),
    photo({ takenAt: '2026-03-24T11:00:00.000Z', blob: new Blob(['<svg/>'], { type: 'image/jpeg' }) }),
    photo(),
  ]
  for (const each of [lost, strange, good]) await phone.photos.keep(each)
  expect([await phone.sync(), await phone.upload()]).toEqual(['done', 'done'])
  expect((await shown(phone)).map(({ id, state, why }) => ({ id, state, why }))).toEqual([
    { id: strange.id, state: 'refused', why: 'notAPicture' },
    { id: good.id, state: 'server', why: undefined },
  ])
  expect(await phone.store.photos.get(lost.id)).toMatchObject({ bytes: jpeg.length })
  await phone.store.photos.update(strange.id, { blob: new Blob([new Uint8Array(png)], { type: 'image/png' }) })
  await phone.photos.setCaption(strange.id, 'A drawing')
  await phone.photos.sendAgain(strange.id)
  expect([await phone.sync(), await phone.upload(), (await shown(phone))[0]]).toMatchObject([
    'done',
    'done',
    { id: strange.id, state: 'server', caption: 'A drawing' },
  ])
})

it('keeps a photo that the server breaks over, after three tries, and holds up none of the others', async () => {
  const [phone, poison, good] = [device(ada), photo({ takenAt: '2026-03-24T11:00:00.000Z' }), photo()]
  for (const each of [poison, good]) await phone.photos.keep(each)
  await phone.sync()
  const broken: typeof sendPhoto = (person, id, blob) =>
    id === poison.id ? Promise.resolve({ ok: false, reason: 'broken' }) : phone.send(person, id, blob)
  expect(await phone.upload(broken)).toBe('failed')
  expect((await shown(phone)).map(({ id, state }) => ({ id, state }))).toEqual([
    { id: poison.id, state: 'here' },
    { id: good.id, state: 'server' },
  ])
  expect([await phone.upload(broken), await phone.upload(broken), await phone.upload(broken)]).toEqual([
    'failed',
    'done',
    'done',
  ])
  expect((await shown(phone))[0]).toMatchObject({ id: poison.id, state: 'refused', why: 'BROKEN' })
  await giveAnotherTry(phone.store)
  expect([await phone.upload(broken), (await shown(phone))[0]?.state]).toEqual(['done', 'refused'])
  await phone.photos.sendAgain(poison.id)
  expect([await phone.sync(), await phone.upload(), (await shown(phone))[0]?.state]).toEqual(['done', 'done', 'server'])
})

it.each([
  ['when somebody looks at it', (id: string) => getPhoto(db, ada, id)],
  [
    'by the daily look',
    () =>
      purgePhotos(
        db,
        new Date(),
        async () => new Set(),
        async () => new Set(),
      ),
  ],
])('sends a picture again whose bytes the server lost, as is noticed %s', async (_, notice) => {
  const [phone, taken] = [device(ada), photo()]
  await phone.photos.keep(taken)
  await phone.sync()
  await phone.upload()
  await phone.sync()
  await deleteBlob(taken.id)
  await notice(taken.id)
  expect([await phone.sync(), await phone.upload(), await phone.sync()]).toEqual(['done', 'done', 'done'])
  expect([(await getPhoto(db, ada, taken.id))?.bytes, await seen(phone)]).toEqual([
    await keptPicture(jpeg),
    [{ id: taken.id, caption: undefined, state: 'server', here: true }],
  ])
})

it('hands a guest’s photos over at sign-in, pictures and all, once', async () => {
  const indexedDB = new IDBFactory()
  const [guest, mine, taken] = [device(null, indexedDB), device(ada, indexedDB), photo()]
  await guest.photos.keep(taken)
  await guest.photos.setCaption(taken.id, 'The budget')
  await mergeGuest(mine.store, guest.store)
  expect(await seen(mine)).toEqual([{ id: taken.id, caption: 'The budget', state: 'here', here: true }])
  expect([await mine.sync(), await mine.upload(), await mine.sync()]).toEqual(['done', 'done', 'done'])
  expect(await seen(mine)).toEqual([{ id: taken.id, caption: 'The budget', state: 'server', here: true }])
  const left = openStore(null, { indexedDB, IDBKeyRange })
  stores.push(left)
  expect([await left.photos.count(), await left.outbox.count()]).toEqual([0, 0])
})

it('keeps neither row nor entry when one of them cannot be', async () => {
  const [phone, taken] = [device(ada), photo()]
  await phone.photos.keep(taken)
  await expect(phone.photos.keep(taken)).rejects.toThrow()
  expect([await phone.store.photos.count(), await phone.store.outbox.count()]).toEqual([1, 1])
})
