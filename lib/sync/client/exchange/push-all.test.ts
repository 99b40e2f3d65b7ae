import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import type { Mutation } from '../../mutation'
import { pull, push } from '@/lib/handlers'
import { writeNote } from '@/lib/notes/device/note-store'
import { byOrder, type OutboxEntry } from '../store/outbox'
import { recordInto } from '../store/recorder'
import type { Change } from '@/lib/sync/mutation'
import { letGoOfRefused, sayInstead, tryAgain } from '../store/refused'
import { openStore } from '@/lib/device'
import type { PersonStore } from '../kind'
import { giveAnotherTry } from './another-try'
import { syncOnce } from './sync-once'
import { reasonOf, type Wire } from './transport'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const conference = await makeConference(db)
const [first = '', second = ''] = conference.sessionIds

// A bug of the server's: it breaks over one block, every time.
await db.$executeRawUnsafe(
  `CREATE FUNCTION break_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW."title" = 'Poison' THEN ` +
    `RAISE EXCEPTION 'a bug'; END IF; RETURN NEW; END $$`,
)
await db.$executeRawUnsafe(
  `CREATE TRIGGER break_over BEFORE INSERT OR UPDATE ON "Block" FOR EACH ROW EXECUTE FUNCTION break_over()`,
)

let ada: Awaited<ReturnType<typeof makePerson>>
let store: PersonStore
let record: (change: Change) => Promise<void>

beforeEach(async () => {
  ada = await makePerson(db)
  store = openStore(ada.id, { indexedDB: new IDBFactory(), IDBKeyRange })
  const recorder = recordInto(
    store,
    () => undefined,
    () => undefined,
  )
  record = (change) => recorder.record(conference.id, change)
})
afterEach(() => store.dexie.close())
afterAll(() => db.$executeRawUnsafe('DROP TRIGGER break_over ON "Block"'))

const wire: Wire = {
  push: async (_, device, mutations, mark) => ({
    ok: true,
    answer: await push(db, ada, { person: ada.id, device, mark, mutations }, now),
  }),
  pull: async (_, after, mark) => ({
    ok: true,
    answer: await pull(db, ada, { person: ada.id, after, mark: mark ?? '' }),
  }),
}
/** The same where each push that holds the poison is answered with this status as a whole; null: whatever is asked. */
const answering = (status: number, isPoison: (mutations: Mutation[]) => boolean): Wire => ({
  ...wire,
  push: (person, device, mutations, mark) =>
    isPoison(mutations)
      ? Promise.resolve({ ok: false, reason: reasonOf(status) })
      : wire.push(person, device, mutations, mark),
})
const hasPoison = (mutations: Mutation[]) =>
  mutations.some(({ name, args }) => name === 'setBlock' && args.title === 'Poison')

const block = (title: string, id: string = randomUUID()): Change => ({
  name: 'setBlock',
  args: {
    id,
    conferenceId: conference.id,
    title,
    startAt: '2026-03-24T08:00:00.000Z',
    endAt: '2026-03-24T09:00:00.000Z',
    daily: false,
  },
})
const pick = (sessionId: string): Change => ({ name: 'setPick', args: { sessionId, rank: 'first' } })
const waiting = async () =>
  (await store.outbox.toArray()).sort(byOrder).map(({ mutation, refused, tries }) => ({
    name: mutation.name,
    ...(refused && { refused }),
    ...(tries !== undefined && { tries }),
  }))
const onServer = async () => ({
  picks: (await db.pick.findMany({ where: { userId: ada.id, droppedAt: null }, orderBy: { revision: 'asc' } })).map(
    ({ sessionId }) => sessionId,
  ),
  blocks: (await db.block.findMany({ where: { userId: ada.id, droppedAt: null }, orderBy: { revision: 'asc' } })).map(
    ({ title }) => title,
  ),
})

describe('a server that has no room for a change', () => {
  it('is asked again and again, and the change is never given up', async () => {
    const large = 'A podcast of which the whole story stands in its title'
    await db.$executeRawUnsafe(
      `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF length(NEW."title") > 40 THEN ` +
        `RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$`,
    )
    await db.$executeRawUnsafe(
      `CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON "Block" FOR EACH ROW EXECUTE FUNCTION no_room()`,
    )
    for (const change of [block(large), pick(first)]) await record(change)
    const full: Wire = {
      ...wire,
      push: (...asked) => wire.push(...asked).catch(() => ({ ok: false, reason: reasonOf(503) })),
    }
    const outcomes = []
    for (let round = 0; round < 5; round++) outcomes.push(await syncOnce(store, ada.id, full))
    expect([outcomes, await waiting(), await onServer()]).toEqual([
      Array.from({ length: 5 }, () => 'troubled'),
      [{ name: 'setBlock' }, { name: 'setPick' }],
      { picks: [first], blocks: [] },
    ])
    await db.$executeRawUnsafe('DROP TRIGGER no_room ON "Block"')
    expect([await syncOnce(store, ada.id, full), await waiting(), await onServer()]).toEqual([
      'done',
      [],
      { picks: [first], blocks: [large] },
    ])
  })
})

describe('a change that the server breaks over', () => {
  const poison = randomUUID()
  it('is given one more try after it was given up, with the same name, and is refused again or taken', async () => {
    const entry = async () => (await store.outbox.toArray())[0]
    await record(block('Poison', randomUUID()))
    for (let round = 0; round < 3; round++) await syncOnce(store, ada.id, wire)
    const given = await entry()
    await giveAnotherTry(store)
    expect([await waiting(), await syncOnce(store, ada.id, wire), await entry()]).toEqual([
      [{ name: 'setBlock', tries: 2 }],
      'held',
      given,
    ])
    await db.$executeRawUnsafe('ALTER TABLE "Block" DISABLE TRIGGER break_over')
    await giveAnotherTry(store)
    const after = [await syncOnce(store, ada.id, wire), await waiting(), (await onServer()).blocks]
    await db.$executeRawUnsafe('ALTER TABLE "Block" ENABLE TRIGGER break_over')
    expect(after).toEqual(['done', [], ['Poison']])
  })

  const make = async () => {
    for (const change of [
      pick(first),
      block('Poison', poison),
      block('Podcast'),
      { name: 'dropBlock' as const, args: { id: poison } },
      pick(second),
    ])
      await record(change)
  }

  it.each([
    ['one by one', wire],
    ['as a whole: 500', answering(500, hasPoison)],
    ['as a whole: 400', answering(400, hasPoison)],
    ['as a whole: 404', answering(404, hasPoison)],
  ])(
    'is found, holds up none but those about the same, and is kept as refused after three tries (%s)',
    async (_, broken) => {
      await make()
      expect(await syncOnce(store, ada.id, broken)).toBe('held')
      expect(await onServer()).toEqual({ picks: [first, second], blocks: ['Podcast'] })
      expect(await waiting()).toEqual([{ name: 'setBlock', tries: 1 }, { name: 'dropBlock' }])
      expect([
        await syncOnce(store, ada.id, broken),
        await syncOnce(store, ada.id, broken),
        await syncOnce(store, ada.id, broken),
      ]).toEqual(['held', 'held', 'done'])
      expect(await waiting()).toEqual([{ name: 'setBlock', refused: 'BROKEN' }])
    },
  )

  it('can be changed, or sent again when the server has learnt', async () => {
    await record(block('Poison'))
    for (const _ of [1, 2, 3]) await syncOnce(store, ada.id, wire)
    const [entry] = await store.outbox.toArray()
    if (entry?.mutation.name !== 'setBlock') throw new Error('Not there')
    await tryAgain(store, [entry])
    expect([await syncOnce(store, ada.id, wire), await waiting()]).toEqual(['held', [{ name: 'setBlock', tries: 1 }]])
    for (const _ of [2, 3]) await syncOnce(store, ada.id, wire)
    const [again] = await store.outbox.toArray()
    if (again?.mutation.name !== 'setBlock') throw new Error('Not there')
    await sayInstead(store, again, { ...again.mutation, args: { ...again.mutation.args, title: 'Podcast' } })
    expect([await syncOnce(store, ada.id, wire), await waiting(), (await onServer()).blocks]).toEqual([
      'done',
      [],
      ['Podcast'],
    ])
  })

  it.each([500, 502, 503, 403, 429])(
    'is no refusal while the server itself answers nothing else (%s)',
    async (status) => {
      await make()
      for (const _ of [1, 2, 3, 4])
        expect(
          await syncOnce(
            store,
            ada.id,
            answering(status, () => true),
          ),
        ).toBe(status === 502 || status === 503 ? 'troubled' : 'failed')
      expect((await waiting()).filter(({ refused, tries }) => refused ?? tries)).toEqual([])
      expect(await syncOnce(store, ada.id, wire)).toBe('held')
    },
  )
})

describe('a note that is too long', () => {
  const id = randomUUID()
  const write = async (text: string) => {
    const doc = new Y.Doc()
    const row = await store.notes.get(id)
    if (row) Y.applyUpdate(doc, row.state)
    const body = doc.getText('text')
    body.delete(0, body.length)
    body.insert(0, text)
    await writeNote(
      store,
      { id, conferenceId: conference.id, notedAt: now.toISOString() },
      Y.encodeStateAsUpdate(doc),
      now,
    )
  }
  const told = async () => (await db.note.findUnique({ where: { id } }))?.text

  afterEach(() => db.note.deleteMany({ where: { id } }))

  it('is refused, and goes through once it was cut', async () => {
    await write('x'.repeat(800_000))
    await syncOnce(store, ada.id, wire)
    expect([await waiting(), await told()]).toEqual([[{ name: 'editNote', refused: 'TOO_LARGE' }], undefined])
    await write('The gist')
    expect([await syncOnce(store, ada.id, wire), await waiting(), await told()]).toEqual(['done', [], 'The gist'])
  })

  it('goes through when it was cut before the server saw it, and what was written after goes with it', async () => {
    for (const text of ['x'.repeat(800_000), 'The gist', 'The gist, and more']) await write(text)
    await syncOnce(store, ada.id, wire)
    expect([await syncOnce(store, ada.id, wire), await waiting(), await told()]).toEqual([
      'done',
      [],
      'The gist, and more',
    ])
  })

  it('is refused where it is too large for what stands before the server, and goes through once cut', async () => {
    const narrow = answering(413, (mutations) => JSON.stringify(mutations).length > 100_000)
    await record(pick(first))
    await write('x'.repeat(150_000))
    await record(pick(second))
    await syncOnce(store, ada.id, narrow)
    expect([await waiting(), (await onServer()).picks]).toEqual([
      [{ name: 'editNote', refused: 'TOO_LARGE' }],
      [first, second],
    ])
    await write('The gist')
    expect([await syncOnce(store, ada.id, narrow), await waiting(), await told()]).toEqual(['done', [], 'The gist'])
  })
})

describe('tryAgain', () => {
  it('sends what was refused while a conference was private, in its order, once access is back', async () => {
    const hidden = await makeConference(db, { visibility: 'private' })
    const [session = ''] = hidden.sessionIds
    const noteId = randomUUID()
    for (const rank of ['first', 'planB'] as const)
      await record({ name: 'setPick', args: { sessionId: session, rank } })
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'Said so')
    await writeNote(
      store,
      { id: noteId, conferenceId: hidden.id, notedAt: now.toISOString() },
      Y.encodeStateAsUpdate(doc),
      now,
    )
    await syncOnce(store, ada.id, wire)
    expect(await waiting()).toEqual([
      { name: 'setPick', refused: 'NOT_FOUND' },
      { name: 'setPick', refused: 'NOT_FOUND' },
      { name: 'editNote', refused: 'NOT_FOUND' },
    ])
    await db.conference.update({ where: { id: hidden.id }, data: { visibility: 'public' } })
    await tryAgain(store, await store.outbox.toArray())
    expect([await syncOnce(store, ada.id, wire), await waiting()]).toEqual(['done', []])
    expect(await db.pick.findFirst({ where: { userId: ada.id } })).toMatchObject({ sessionId: session, rank: 'planB' })
    expect(await db.note.findUnique({ where: { id: noteId } })).toMatchObject({ text: 'Said so' })
  })
})

describe('letGo', () => {
  it('takes a refused note from this device, and brings back what the server has of others', async () => {
    const [kept, lost] = [randomUUID(), randomUUID()]
    const write = (id: string, conferenceId: string) =>
      writeNote(store, { id, conferenceId, notedAt: now.toISOString() }, Y.encodeStateAsUpdate(new Y.Doc()), now)
    await write(kept, conference.id)
    await write(lost, randomUUID())
    await syncOnce(store, ada.id, wire)
    const [entry] = await store.outbox.toArray()
    if (!entry) throw new Error('Not refused')
    await letGoOfRefused(store, entry)
    await syncOnce(store, ada.id, wire)
    expect([await waiting(), await store.notes.toCollection().primaryKeys()]).toEqual([[], [kept]])
  })
})

describe('what another tab does while the server is asked', () => {
  /** Tabs that cannot take turns: this happens before the answer arrives. */
  const meanwhile = (status: number, happens: () => Promise<unknown>): Wire => ({
    ...wire,
    push: async (person, device, mutations, mark) => {
      if (!hasPoison(mutations)) return wire.push(person, device, mutations, mark)
      await happens()
      return { ok: false, reason: reasonOf(status) }
    },
  })
  const only = async () => {
    const [entry] = await store.outbox.toArray()
    if (!entry) throw new Error('Nothing waits')
    return entry
  }

  it('stands, when what was sent is refused as a whole: settled, let go, or said otherwise', async () => {
    await record(block('Poison'))
    const settled = async () => store.outbox.update((await only()).order, { doneBy: 1 })
    await syncOnce(store, ada.id, meanwhile(413, settled))
    expect(await waiting()).toEqual([{ name: 'setBlock' }])

    await store.outbox.clear()
    await record(block('Poison'))
    await syncOnce(
      store,
      ada.id,
      meanwhile(413, () => store.outbox.clear()),
    )
    expect(await waiting()).toEqual([])

    await record(block('Poison'))
    const otherwise = async () => {
      const { order, conferenceId } = await only()
      const said: OutboxEntry = {
        order,
        conferenceId,
        mutation: { ...block('Shorter'), id: randomUUID(), at: now.toISOString() },
      }
      await store.outbox.bulkPut([said])
    }
    await syncOnce(store, ada.id, meanwhile(413, otherwise))
    expect([await waiting(), (await onServer()).blocks]).toEqual([[], ['Shorter']])
  })

  it('stands, when what a screen shows as refused is over', async () => {
    await record(block('Poison'))
    for (const _ of [1, 2, 3]) await syncOnce(store, ada.id, wire)
    const shown = await only()
    if (shown.mutation.name !== 'setBlock') throw new Error('Not there')
    await sayInstead(store, shown, { ...shown.mutation, args: { ...shown.mutation.args, title: 'Said in one tab' } })
    await sayInstead(store, shown, { ...shown.mutation, args: { ...shown.mutation.args, title: 'Said in the other' } })
    await tryAgain(store, [shown])
    await letGoOfRefused(store, shown)
    expect(
      (await store.outbox.toArray()).map(({ mutation }) => mutation.name === 'setBlock' && mutation.args.title),
    ).toEqual(['Said in one tab', 'Said in the other'])
    await syncOnce(store, ada.id, wire)
    expect([await waiting(), (await onServer()).blocks]).toEqual([[], ['Said in the other']])
  })
})
