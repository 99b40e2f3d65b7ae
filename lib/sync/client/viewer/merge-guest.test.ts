import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, expect, it } from 'vitest'
import type { Backup } from '@/lib/notes/device/backup/backup'
import { stateOfText } from '@/lib/notes/merge'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { testDatabase } from '@/tests/db'
import { pull, push } from '@/lib/handlers'
import { readStore, restoreInto } from '@/lib/notes/device/backup/device-backup'
import { claimGuest } from './claim-guest'
import { mergeGuest } from './merge-guest'
import { writeNote } from '@/lib/notes/device/note-store'
import { recordInto } from '../store/recorder'
import type { Change } from '@/lib/sync/mutation'
import { openStore } from '@/lib/device'
import type { PersonStore } from '../kind'
import { syncOnce } from '../exchange/sync-once'
import type { Wire } from '../exchange/transport'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const conference = await makeConference(db)
const [first = '', second = '', third = ''] = conference.sessionIds

type Person = Awaited<ReturnType<typeof makePerson>>
let stores: PersonStore[] = []

afterEach(() => {
  for (const { dexie } of stores) dexie.close()
  stores = []
})

/** One person's store on a browser; null: the guest's. */
function open(person: Person | null, indexedDB: IDBFactory) {
  const store = openStore(person?.id ?? null, { indexedDB, IDBKeyRange })
  stores.push(store)
  const { record } = recordInto(
    store,
    () => undefined,
    () => undefined,
  )
  const wireOf = (who: Person | null): Wire => ({
    push: async (id, device, mutations) =>
      who
        ? { ok: true, answer: await push(db, who, { person: id, device, mutations }, now) }
        : { ok: false, reason: 'failed' },
    pull: async (id, after) =>
      who ? { ok: true, answer: await pull(db, who, { person: id, after }) } : { ok: false, reason: 'failed' },
  })
  return {
    store,
    record: (change: Change) => record(conference.id, change),
    write: (id: string, text: string) =>
      writeNote(
        store,
        { id, conferenceId: conference.id, sessionId: first, notedAt: now.toISOString() },
        stateOfText(text),
        now,
      ),
    sync: (who = person) => syncOnce(store, who?.id ?? '', wireOf(who)),
  }
}

/** Everything a screen would show of a store. */
async function shown({ store }: ReturnType<typeof open>, person: Person) {
  const { picks, blocks, attendances, notes } = await readStore(store, person.id)
  return {
    picks: Object.fromEntries(picks.map(({ sessionId, rank }) => [sessionId, rank])),
    blocks: blocks.map(({ title }) => title),
    attendances: attendances.map(({ status }) => status),
    notes: notes.map(({ text }) => text).sort(),
  }
}

/** Into a guest's store. */
function restore({ store, record }: ReturnType<typeof open>, backup: Backup) {
  const photos = () => Promise.reject(new Error('no photos in this backup'))
  const owner = { store: () => store, record: (_conference: string, change: Change) => record(change), photos }
  return restoreInto({ ...owner, sync: () => undefined }, null, backup)
}

const podcast = (): Change => ({
  name: 'setBlock',
  args: {
    id: randomUUID(),
    conferenceId: conference.id,
    title: 'Podcast',
    startAt: '2026-03-24T15:30:00.000Z',
    endAt: '2026-03-24T16:00:00.000Z',
    daily: false,
  },
})

it('hands over all that a guest has, beside what the person had, and leaves the guest nothing', async () => {
  const [ada, browser] = [await makePerson(db), new IDBFactory()]
  const [guest, mine] = [open(null, browser), open(ada, browser)]
  await mine.record({ name: 'setPick', args: { sessionId: first, rank: 'first' } })
  await mine.write(randomUUID(), 'Mine')
  await mine.sync()
  await guest.record({ name: 'setPick', args: { sessionId: second, rank: 'planB' } })
  await guest.record({ name: 'setPick', args: { sessionId: first, rank: 'hidden' } })
  await guest.record({ name: 'dropPick', args: { sessionId: first } })
  await guest.record(podcast())
  await guest.record({
    name: 'setAttendance',
    args: { sessionId: third, status: 'leftEarly', watchReplay: true, findSlides: false },
  })
  await guest.write(randomUUID(), 'The guest’s')
  await mergeGuest(mine.store, guest.store)

  const all = {
    picks: { [first]: 'first', [second]: 'planB' },
    blocks: ['Podcast'],
    attendances: ['leftEarly'],
    notes: ['Mine', 'The guest’s'],
  }
  expect(await shown(mine, ada)).toEqual(all)
  expect(await mine.sync()).toBe('done')
  const laptop = open(ada, new IDBFactory())
  expect([await laptop.sync(), await shown(laptop, ada)]).toEqual(['done', all])
  const left = open(null, browser)
  expect([await left.store.outbox.count(), await left.store.notes.count()]).toEqual([0, 0])
})

it('sends what a guest has from where it is, and replaces nothing of the person’s', async () => {
  const ada = await makePerson(db)
  const [guest, mine] = [open(null, new IDBFactory()), open(ada, new IDBFactory())]
  await mine.record({ name: 'setPick', args: { sessionId: first, rank: 'first' } })
  await mine.record({ name: 'setPick', args: { sessionId: third, rank: 'planB' } })
  await mine.write(randomUUID(), 'Mine')
  await mine.sync()
  await guest.record({ name: 'setPick', args: { sessionId: second, rank: 'planB' } })
  await guest.record({ name: 'setPick', args: { sessionId: first, rank: 'hidden' } })
  await guest.record({ name: 'dropPick', args: { sessionId: first } })
  const note = randomUUID()
  await guest.write(note, 'The guest’s')
  await claimGuest(guest.store)
  await guest.record({ name: 'dropPick', args: { sessionId: third } })
  const all = { picks: { [first]: 'first', [second]: 'planB' }, blocks: [], attendances: [] }
  expect([await guest.sync(ada), await shown(guest, ada)]).toEqual(['done', { ...all, notes: ['Mine', 'The guest’s'] }])
  expect(await guest.store.notes.get(note)).toMatchObject({ text: 'The guest’s' })
  expect([await mine.sync(), await shown(mine, ada)]).toEqual(['done', { ...all, notes: ['Mine', 'The guest’s'] }])
})

it('hands over what the guest knew of changes, and what they took back', async () => {
  const [ada, browser] = [await makePerson(db), new IDBFactory()]
  const [guest, mine] = [open(null, browser), open(ada, browser)]
  await db.conference.update({ where: { id: conference.id }, data: { version: 9 } })
  await guest.record({ name: 'setPick', args: { sessionId: first, rank: 'first', knownVersion: 3 } })
  await guest.record({ name: 'acknowledgeChanges', args: { conferenceId: conference.id, version: 5 } })
  await guest.record({ name: 'acknowledgeChanges', args: { conferenceId: conference.id, version: 8 } })
  await guest.record({ name: 'acknowledgeChanges', args: { conferenceId: conference.id, version: 5, undoes: 8 } })
  await mergeGuest(mine.store, guest.store)
  expect(await mine.sync()).toBe('done')
  expect([
    (await mine.store.picks.toArray()).map(({ knownVersion }) => knownVersion),
    await mine.store.seen.toArray(),
  ]).toEqual([[3], [{ conferenceId: conference.id, version: 5 }]])
})

it('hands over once, however often a move that was cut short begins again', async () => {
  const [ada, browser] = [await makePerson(db), new IDBFactory()]
  const [guest, mine] = [open(null, browser), open(ada, browser)]
  await guest.write(randomUUID(), 'Once')
  const rows = { outbox: await guest.store.outbox.toArray(), notes: await guest.store.notes.toArray() }
  await mergeGuest(mine.store, guest.store)
  await mine.sync()
  // The browser was closed before the guest's store was emptied.
  const again = open(null, browser)
  await again.store.notes.bulkPut(rows.notes)
  await again.store.outbox.bulkPut(rows.outbox)
  await mergeGuest(mine.store, again.store)
  expect(await mine.sync()).toBe('done')
  expect([await shown(mine, ada), await db.noteRevision.count({ where: { note: { userId: ada.id } } })]).toEqual([
    { picks: {}, blocks: [], attendances: [], notes: ['Once'] },
    0,
  ])
})

it('gives nothing of one person to another who signs in on the same browser', async () => {
  const [ada, ben, browser] = [await makePerson(db), await makePerson(db), new IDBFactory()]
  const adas = open(ada, browser)
  await adas.record({ name: 'setPick', args: { sessionId: first, rank: 'first' } })
  await adas.write(randomUUID(), 'Ada’s')
  const bens = open(ben, browser)
  await mergeGuest(bens.store, open(null, browser).store)
  expect([await bens.sync(), await shown(bens, ben)]).toEqual([
    'done',
    { picks: {}, blocks: [], attendances: [], notes: [] },
  ])
  expect(await db.note.count({ where: { userId: ben.id } })).toBe(0)
})

it('hands over a restored backup to its account as its own, and to another under other ids', async () => {
  const [ada, ben] = [await makePerson(db), await makePerson(db)]
  const phone = open(ada, new IDBFactory())
  await phone.write(randomUUID(), 'From the backup')
  await phone.record(podcast())
  await phone.sync()
  const backup = await readStore(phone.store, ada.id)
  for (const person of [ben, ada]) {
    const browser = new IDBFactory()
    const [guest, mine] = [open(null, browser), open(person, browser)]
    await restore(guest, backup)
    await mergeGuest(mine.store, guest.store)
    expect([await mine.sync(), await mine.store.outbox.count(), await shown(mine, person)]).toEqual([
      'done',
      0,
      { picks: {}, blocks: ['Podcast'], attendances: [], notes: ['From the backup'] },
    ])
  }
  expect(
    await db.note.groupBy({
      by: ['userId'],
      where: { text: 'From the backup' },
      _count: true,
      orderBy: { userId: 'asc' },
    }),
  ).toEqual([ada.id, ben.id].sort().map((userId) => ({ userId, _count: 1 })))
})

it('says of a group’s note that came with a backup into other hands that others wrote in it', async () => {
  const [ada, ben, browser] = [await makePerson(db), await makePerson(db), new IDBFactory()]
  const { id: groupId } = await db.group.create({ data: { conferenceId: conference.id, name: 'We' } })
  await db.groupMember.create({ data: { groupId, userId: ada.id } })
  const adas = open(ada, new IDBFactory())
  const facts = { conferenceId: conference.id, sessionId: first, notedAt: now.toISOString() }
  await writeNote(adas.store, { ...facts, id: randomUUID(), groupId }, stateOfText('Ours'), now)
  await adas.write(randomUUID(), 'Ada’s')
  const guest = open(null, browser)
  await restore(guest, await readStore(adas.store, ada.id))
  const bens = open(ben, browser)
  await mergeGuest(bens.store, guest.store)
  expect(await bens.sync()).toBe('done')
  expect(
    await db.note.findMany({
      where: { userId: ben.id },
      select: { text: true, groupId: true, together: true },
      orderBy: { text: 'asc' },
    }),
  ).toEqual([
    { text: 'Ada’s', groupId: null, together: false },
    { text: 'Ours', groupId: null, together: true },
  ])
})
