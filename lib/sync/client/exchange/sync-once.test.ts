import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openStore } from '@/lib/device'
import { pull, push } from '@/lib/handlers'
import { writeNote } from '@/lib/notes/device/note-store'
import type { Change } from '@/lib/sync/mutation'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { backUpPeople, putPeopleBack } from '@/tests/people-backup'
import type { PersonStore } from '../kind'
import { recordInto } from '../store/recorder'
import { letGoOfRefused } from '../store/refused'
import { pushAll } from './push-all'
import { pullNew, syncOnce } from './sync-once'
import type { Wire } from './transport'

const { db } = await testDatabase()
const now = new Date('2026-03-24T12:00:00Z')
const conference = await makeConference(db, { sessions: 3 })
await db.conference.update({ where: { id: conference.id }, data: { version: 9 } })
const [first = '', second = '', third = ''] = conference.sessionIds

let ada: Awaited<ReturnType<typeof makePerson>>
let store: PersonStore
const opened: PersonStore[] = []

beforeEach(async () => {
  ada = await makePerson(db)
  store = newStore()
})
afterEach(() => {
  for (const { dexie } of opened.splice(0)) dexie.close()
})

function newStore(): PersonStore {
  const made = openStore(ada.id, { indexedDB: new IDBFactory(), IDBKeyRange })
  opened.push(made)
  return made
}

const wire: Wire = {
  push: async (_, device, mutations, mark) => ({
    ok: true,
    answer: await push(db, ada, { person: ada.id, device, mark, ifKnown: true, mutations }, now),
  }),
  pull: async (_, after, mark) => ({
    ok: true,
    answer: await pull(db, ada, { person: ada.id, after, mark: mark ?? '' }),
  }),
}

/** The server's folder as it is now. @returns puts it back */
async function copyServer(): Promise<() => Promise<void>> {
  const of = { people: [ada.id], groupId: randomUUID() }
  const backup = await backUpPeople(db, of)
  return () => putPeopleBack(db, of, backup)
}

function record(change: Change, on = store): Promise<void> {
  return recordInto(
    on,
    () => undefined,
    () => undefined,
  ).record(conference.id, change)
}

function pick(sessionId: string): Change {
  return { name: 'setPick', args: { sessionId, rank: 'first' } }
}

function write(id: string, text: string, conferenceId = conference.id) {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, text)
  return writeNote(store, { id, conferenceId, notedAt: now.toISOString() }, Y.encodeStateAsUpdate(doc), now)
}

async function onServer() {
  const theirs = { where: { userId: ada.id } }
  return {
    picks: new Set((await db.pick.findMany(theirs)).map(({ sessionId }) => sessionId)),
    blocks: (await db.block.findMany(theirs)).map(({ title }) => title),
    attendances: (await db.attendance.findMany(theirs)).map(({ sessionId, status }) => ({ sessionId, status })),
    seen: (await db.changeReceipt.findMany(theirs)).map(({ version }) => version),
    notes: (await db.note.findMany(theirs)).map(({ text }) => text),
    photos: (await db.photo.findMany(theirs)).map(({ caption }) => caption),
  }
}
const nothing = { picks: new Set(), blocks: [], attendances: [], seen: [], notes: [], photos: [] }

describe('a server that was put back', () => {
  it('hears again what a device sent that had never pulled', async () => {
    const noteId = randomUUID()
    const putBack = await copyServer()
    await write(noteId, 'Day one.')
    for (const change of [
      pick(first),
      {
        name: 'setBlock' as const,
        args: {
          id: randomUUID(),
          conferenceId: conference.id,
          title: 'Podcast',
          startAt: '2026-03-24T08:00:00.000Z',
          endAt: '2026-03-24T09:00:00.000Z',
          daily: false,
        },
      },
      { name: 'setAttendance' as const, args: { sessionId: first, status: 'attended' as const } },
      { name: 'acknowledgeChanges' as const, args: { conferenceId: conference.id, version: 7 } },
      {
        name: 'setPhoto' as const,
        args: {
          id: randomUUID(),
          noteId,
          takenAt: now.toISOString(),
          mediaType: 'image/jpeg' as const,
          width: 12,
          height: 8,
          caption: 'First slide',
        },
      },
    ])
      await record(change)
    expect(await pushAll(store, ada.id, wire)).toBe('done')
    await putBack()
    expect(await onServer()).toEqual(nothing)

    expect(await syncOnce(store, ada.id, wire)).toBe('done')
    expect(await store.outbox.toArray()).toEqual([])
    expect(await onServer()).toEqual({
      picks: new Set([first]),
      blocks: ['Podcast'],
      attendances: [{ sessionId: first, status: 'attended' }],
      seen: [7],
      notes: ['Day one.'],
      photos: ['First slide'],
    })
  })

  it.each([
    ['of this build', false],
    ['of a build that kept no marks', true],
  ])('hears again what a device holds that let go of a refused note meanwhile (%s)', async (_, isOld) => {
    const putBack = await copyServer()
    await record(pick(first))
    await write(randomUUID(), 'Kept')
    await write(randomUUID(), 'Refused', randomUUID())
    await syncOnce(store, ada.id, wire)
    const [refused] = await store.outbox.toArray()
    if (!refused) throw new Error('Not refused')
    if (isOld) await store.progress.update('progress', { mark: undefined })
    await putBack()

    await letGoOfRefused(store, refused)
    await record(pick(second))
    await syncOnce(store, ada.id, wire)
    await syncOnce(store, ada.id, wire)
    expect(await store.outbox.toArray()).toEqual([])
    expect(await onServer()).toEqual({ ...nothing, picks: new Set([first, second]), notes: ['Kept'] })
  })

  it('hears again what was sent while a pull was on its way', async () => {
    await record(pick(first))
    await syncOnce(store, ada.id, wire)
    let putBack = () => Promise.resolve()
    // Tabs that cannot take turns: the other pushes, and this answer comes after that one's.
    await pullNew(store, ada.id, {
      ...wire,
      pull: async (...asked) => {
        const answer = await wire.pull(...asked)
        putBack = await copyServer()
        await record(pick(second))
        await pushAll(store, ada.id, wire)
        return answer
      },
    })
    await putBack()

    await syncOnce(store, ada.id, wire)
    expect([await store.outbox.toArray(), (await onServer()).picks]).toEqual([[], new Set([first, second])])
  })

  it('hears again what was told while a push was on its way', async () => {
    await record(pick(first))
    await syncOnce(store, ada.id, wire)
    await record(pick(second))
    let putBack = () => Promise.resolve()
    const other = newStore()
    await pushAll(store, ada.id, {
      ...wire,
      push: async (...asked) => {
        const answer = await wire.push(...asked)
        putBack = await copyServer()
        await record(pick(third), other)
        await pushAll(other, ada.id, wire)
        await pullNew(store, ada.id, wire)
        return answer
      },
    })
    await putBack()
    expect((await onServer()).picks).toEqual(new Set([first, second]))

    await syncOnce(store, ada.id, wire)
    expect([await store.outbox.toArray(), (await onServer()).picks]).toEqual([[], new Set([first, second, third])])
  })
})
