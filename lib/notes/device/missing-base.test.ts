// Live queries run only where there is an IndexedDB for all, as in browsers.
import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from '@/lib/notes/base64'
import { mergeText } from '@/lib/notes/merge'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { pull, push } from '@/lib/handlers'
import { writeNote } from './note-store'
import { openNoteText, type NoteTextHere, type ShownText } from './note-text'
import { byOrder } from '@/lib/sync/client/store/outbox'
import { openStore } from '@/lib/device'
import type { PersonStore } from '@/lib/sync/client/kind'
import { syncOnce } from '@/lib/sync/client/exchange/sync-once'
import type { Wire } from '@/lib/sync/client/exchange/transport'

const { db } = await testDatabase()
const conference = await makeConference(db)
const now = new Date('2026-03-24T12:00:00Z')
vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('document', { addEventListener: () => undefined })

type Person = Awaited<ReturnType<typeof makePerson>>
let ada: Person
let id: string
let stores: PersonStore[] = []
const heard: string[] = []

beforeEach(async () => {
  ;[ada, id] = [await makePerson(db), randomUUID()]
  heard.length = 0
})
afterEach(() => {
  for (const { dexie } of stores) dexie.close()
  stores = []
})

/** A browser of a person with the note open on its screen. */
function browser(person: Person) {
  const store = openStore(person.id, { indexedDB: new IDBFactory(), IDBKeyRange })
  stores.push(store)
  const wire: Wire = {
    push: async (who, device, mutations, mark) => {
      const answer = await push(db, person, { person: who, device, mutations, mark }, now)
      heard.push(...answer.results.map((result) => (result.ok ? 'ok' : result.code)))
      return { ok: true, answer }
    },
    pull: async (who, after, mark) => ({
      ok: true,
      answer: await pull(db, person, { person: who, after, mark: mark ?? '' }),
    }),
  }
  let [shown, note]: [ShownText | null, NoteTextHere | null] = [null, null]
  const open = () =>
    (note = openNoteText(store, id, {
      text: (told) => (shown = told),
      storage: () => undefined,
      changed: () => undefined,
    }))
  const type = async (more: string) => {
    const here = note ?? open()
    await vi.waitUntil(() => shown?.ready)
    here.edit(here.draw({ start: 0, end: 0 }).text + more)
    await here.flush()
  }
  const begin = (text: string, groupId?: string) => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, text)
    return writeNote(
      store,
      { id, conferenceId: conference.id, ...(groupId && { groupId }), notedAt: now.toISOString() },
      Y.encodeStateAsUpdate(doc),
      now,
    )
  }
  const screen = (text: string, state: string) =>
    expect.poll(() => ({ text: shown?.text, state: shown?.state })).toEqual({ text, state })
  return { store, begin, open, type, screen, sync: () => syncOnce(store, person.id, wire) }
}

const onServer = async () => (await db.note.findUnique({ where: { id }, select: { text: true } }))?.text
const waiting = async ({ store }: { store: PersonStore }) =>
  (await store.outbox.toArray()).sort(byOrder).map(({ mutation, refused }) => [mutation.name, refused])

it('sends what an edit builds on when the server lost it, and says where it is once the server has all', async () => {
  const phone = browser(ada)
  await phone.begin('one ')
  await phone.type('two ')
  await phone.screen('one two ', 'here')
  await phone.sync()
  await phone.screen('one two ', 'server')
  await db.note.delete({ where: { id } })
  await phone.type('three ')
  await phone.screen('one two three ', 'here')
  expect([await phone.sync(), await waiting(phone), await onServer()]).toEqual(['done', [], 'one two three '])
  expect(heard).toEqual(['ok', 'BASE_MISSING', 'ok', 'ok'])
  await phone.screen('one two three ', 'server')
})

it('sends it whole when the site’s data were cleared while it was open', async () => {
  const phone = browser(ada)
  await phone.begin('one ')
  await phone.type('two ')
  await Promise.all(phone.store.dexie.tables.map((table) => table.clear()))
  await phone.type('three ')
  expect([await phone.sync(), await onServer(), (await phone.store.notes.get(id))?.text]).toEqual([
    'done',
    'one two three ',
    'one two three ',
  ])
})

it('brings back what a server lost that was set back unseen, from whichever device has it', async () => {
  const [phone, laptop] = [browser(ada), browser(ada)]
  await phone.begin('one ')
  await phone.sync()
  const old = await db.note.findUniqueOrThrow({ where: { id } })
  await phone.type('two ')
  await phone.sync()
  await laptop.sync()
  await laptop.type('three ')
  await db.note.update({ where: { id }, data: { text: old.text, state: old.state } })
  await laptop.sync()
  await phone.sync()
  expect([await onServer(), (await phone.store.notes.get(id))?.text]).toEqual(['one two three ', 'one two three '])
})

it('keeps the order of what came after: a deleted note stays so', async () => {
  const phone = browser(ada)
  await phone.begin('one ')
  await phone.sync()
  await phone.type('two ')
  await db.note.delete({ where: { id } })
  await phone.store.outbox.add({
    conferenceId: conference.id,
    mutation: { id: randomUUID(), at: now.toISOString(), name: 'deleteNote', args: { id } },
  })
  await phone.sync()
  expect(heard).toEqual(['ok', 'BASE_MISSING', 'ok', 'ok', 'ok'])
  expect(await db.note.findUnique({ where: { id }, select: { text: true, deletedAt: true } })).toEqual({
    text: 'one two ',
    deletedAt: now,
  })
})

it('takes from devices of before what they send, with a gap, and is whole when one of now has it whole', async () => {
  const phone = browser(ada)
  await phone.begin('one ')
  await phone.type('two ')
  const [entry] = await phone.store.outbox.toArray()
  if (entry?.mutation.name !== 'editNote') throw new Error('No edit')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await phone.store.notes.get(id))?.state ?? new Uint8Array())
  const before = Y.encodeStateVector(doc)
  doc.getText('text').insert(8, 'three ')
  const late = {
    ...entry.mutation,
    id: randomUUID(),
    args: { ...entry.mutation.args, update: toBase64(Y.encodeStateAsUpdate(doc, before)) },
  }
  expect((await push(db, ada, { person: ada.id, device: randomUUID(), mutations: [late] }, now)).results).toEqual([
    { id: late.id, ok: true },
  ])
  expect(await onServer()).toBe('')
  await phone.sync()
  expect([await onServer(), (await phone.store.notes.get(id))?.text]).toEqual(['one two three ', 'one two three '])
})

/** A document whose middle was lost, as versions of before left them on devices and on the server. */
function cutDocument(): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letters of ['The words ', 'th', 'at were cut'])
    doc.getText('text').insert(doc.getText('text').length, letters)
  const [first = new Uint8Array(), , last = first] = updates
  return mergeText(null, [first, last])?.state ?? new Uint8Array()
}

it('brings back what versions of before cut off, on the server and on every device, at the next sync', async () => {
  const [phone, laptop] = [browser(ada), browser(ada)]
  const state = cutDocument()
  await db.note.create({
    data: { id, userId: ada.id, conferenceId: conference.id, text: 'The words ', state, revision: 1n, notedAt: now },
  })
  await db.user.update({ where: { id: ada.id }, data: { revision: 1n } })
  const row = {
    id,
    conferenceId: conference.id,
    notedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    text: 'The words ',
    state,
  }
  for (const { store } of [phone, laptop]) {
    await store.notes.add(row)
    await store.progress.put({ key: 'progress', cursor: 1, device: randomUUID() })
  }
  for (const each of [phone, laptop, phone, laptop, phone]) expect(await each.sync()).toBe('done')
  const texts = [phone, laptop].map(async ({ store }) => (await store.notes.get(id))?.text)
  expect([await onServer(), ...(await Promise.all(texts))]).toEqual(
    Array.from({ length: 3 }, () => 'The words at were cut'),
  )
  phone.open()
  await phone.screen('The words at were cut', 'server')
})

it('brings it back on a device that has no server, when the note is opened', async () => {
  const guest = browser(ada)
  await guest.store.notes.add({
    id,
    conferenceId: conference.id,
    notedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    text: 'The words ',
    state: cutDocument(),
  })
  guest.open()
  await guest.screen('The words at were cut', 'here')
  expect([(await guest.store.notes.get(id))?.text, (await waiting(guest)).length]).toEqual(['The words at were cut', 1])
})

it('is not sent twice when all of it is there', async () => {
  const phone = browser(ada)
  await phone.begin('one ')
  await phone.sync()
  await phone.type('two ')
  for (let round = 0; round < 3; round++) await phone.sync()
  expect([
    heard,
    fromBase64((await pull(db, ada, { person: ada.id, after: 0 })).notes[0]?.state ?? '').length > 0,
  ]).toEqual([['ok', 'ok'], true])
})
