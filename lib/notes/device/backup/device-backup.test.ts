import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { readBackup, writeBackup } from './backup'
import { stateOfText } from '@/lib/notes/merge'
import { agendaOf } from '@/tests/factories/agenda'
import { readStore, restoreInto } from './device-backup'
import { writeNote } from '../note-store'
import { openPhotos } from '../photos/photo-keeper'
import { recordInto } from '@/lib/sync/client/store/recorder'
import { openStore } from '@/lib/device'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const now = new Date('2026-03-24T09:00:00.000Z')

/** A device of its own. */
function openDevice(person: string | null) {
  const store = openStore(person, { indexedDB: new IDBFactory(), IDBKeyRange })
  const { record } = recordInto(
    store,
    () => undefined,
    () => undefined,
  )
  return {
    store: () => store,
    record,
    photos: async () => openPhotos(store, () => undefined),
    sync: () => undefined,
  }
}

it('carries what is on one device to another, by file and outbox, and twice does nothing more', async () => {
  const [phone, laptop] = [openDevice(uuid(9)), openDevice(uuid(9))]
  await writeNote(
    phone.store(),
    { id: uuid(1), conferenceId: uuid(2), sessionId: uuid(3), notedAt: now.toISOString() },
    stateOfText('héllo'),
    now,
  )
  await writeNote(
    phone.store(),
    { id: uuid(4), conferenceId: uuid(2), place: 'Bar', notedAt: now.toISOString() },
    stateOfText('gone'),
    now,
  )
  await phone.record(uuid(2), { name: 'deleteNote', args: { id: uuid(4) } })
  await phone.record(uuid(2), { name: 'setPick', args: { sessionId: uuid(3), rank: 'planB' } })
  await phone.record(uuid(2), {
    name: 'setBlock',
    args: {
      id: uuid(5),
      conferenceId: uuid(2),
      title: 'Podcast',
      startAt: '2026-03-24T15:30:00.000Z',
      endAt: '2026-03-24T16:00:00.000Z',
      daily: true,
    },
  })
  await phone.record(uuid(2), {
    name: 'setAttendance',
    args: { sessionId: uuid(3), status: 'leftEarly', watchReplay: true, findSlides: false },
  })
  const there = await readStore(phone.store(), uuid(9))

  const read = readBackup(writeBackup(there, [], now).zip)
  if (!read.ok) throw new Error(read.reason)
  // What was picked here is not replaced.
  await laptop.record(uuid(2), { name: 'setPick', args: { sessionId: uuid(3), rank: 'first' } })
  expect(await restoreInto(laptop, uuid(9), read.backup)).toEqual({
    counts: { notes: 2, picks: 0, blocks: 1, attendances: 1, photos: 0, already: 1 },
    problems: [],
  })

  const plain = ({ notes, ...rest }: typeof there) => ({
    ...rest,
    notes: notes.map(({ id, text, place, sessionId, deletedAt }) => ({
      id,
      text,
      place,
      sessionId,
      deleted: deletedAt !== undefined,
    })),
  })
  expect(plain(await readStore(laptop.store(), uuid(9)))).toEqual({
    ...plain(there),
    picks: [{ sessionId: uuid(3), conferenceId: uuid(2), rank: 'first' }],
  })
  expect((await laptop.store().outbox.toArray()).map(({ mutation }) => mutation.name).sort()).toEqual([
    'deleteNote',
    'editNote',
    'editNote',
    'setAttendance',
    'setBlock',
    'setPick',
  ])

  expect((await restoreInto(laptop, uuid(9), read.backup)).counts).toEqual({
    notes: 0,
    picks: 0,
    blocks: 0,
    attendances: 0,
    photos: 0,
    already: 5,
  })
  expect(await laptop.store().outbox.count()).toBe(6)
})

it('says of which conferences its things are, where the device knows, so that a new one can lead there', async () => {
  const phone = openDevice(null)
  await phone.record(uuid(2), { name: 'setPick', args: { sessionId: uuid(3), rank: 'first' } })
  for (const [n, slug] of [
    [2, 'rust-days'],
    [6, 'nothing-of-mine'],
  ] as const) {
    const agenda = agendaOf([])
    const conference = { ...agenda.conference, id: uuid(n), slug, name: 'Rust Days' }
    await phone.store().agendas.put({ slug, etag: null, agenda: { ...agenda, conference } })
  }
  const read = readBackup(writeBackup(await readStore(phone.store(), null), [], now).zip)
  expect(read).toMatchObject({
    ok: true,
    backup: { conferences: [{ id: uuid(2), slug: 'rust-days', name: 'Rust Days' }] },
    problems: [],
  })
})

it('writes nothing into the store of somebody who signs in while it restores', async () => {
  const [phone, ann, ben] = [openDevice(uuid(9)), openDevice(uuid(9)), openDevice(uuid(8))]
  for (const n of [1, 2, 3])
    await phone.record(uuid(2), { name: 'setPick', args: { sessionId: uuid(n), rank: 'first' } })
  await writeNote(
    phone.store(),
    { id: uuid(4), conferenceId: uuid(2), notedAt: now.toISOString() },
    stateOfText('mine'),
    now,
  )
  const backup = await readStore(phone.store(), uuid(9))
  let here = ann
  const shared = {
    ...ann,
    store: () => here.store(),
    photos: () => here.photos(),
    record: async (...change: Parameters<typeof ann.record>) => {
      await here.record(...change)
      here = ben
    },
  }
  await expect(restoreInto(shared, uuid(9), backup)).rejects.toThrow()
  expect([
    (await ann.store().outbox.count()) > 0,
    await ben.store().outbox.count(),
    await ben.store().notes.count(),
  ]).toEqual([true, 0, 0])
})
