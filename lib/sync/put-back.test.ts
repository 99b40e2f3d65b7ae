import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { PrismaClient } from '@/generated/prisma/client'
import { keepPhoto } from '@/lib/notes/server/keep-photo'
import { getPhoto } from '@/lib/notes/server/photo-queries'
import { connect } from '@/lib/platform/db'
import { startPostgres } from '@/scripts/database/embedded-postgres.mjs'
import { createMigrated } from '@/scripts/database/throw-away-postgres.mjs'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { keptPicture } from '@/tests/factories/kept-picture'
import { jpeg } from '@/tests/factories/picture'
import { writeNote } from '@/lib/notes/device/note-store'
import { openPhotos } from '@/lib/notes/device/photos/photo-keeper'
import { uploadAll } from '@/lib/notes/device/photos/photo-uploads'
import { recordInto } from './client/store/recorder'
import type { Change } from '@/lib/sync/mutation'
import { shownAttendances, shownBlocks, shownPicks, shownSeen } from '@/lib/planning/device/shown'
import { shownNotes } from '@/lib/notes/device/shown-notes'
import { openStore } from '@/lib/device'
import { syncOnce } from './client/exchange/sync-once'
import type { Wire } from './client/exchange/transport'
import { pull, push } from '@/lib/handlers'

/**
 * A server whose whole data folder is copied while it is stopped, used on, and put back: a real cluster in a real
 * folder, with the pictures beside it. Each way in which devices come back is a person of its own.
 */

const root = await mkdtemp(join(tmpdir(), 'hallway-put-back-'))
// The database's own user must get in.
await chmod(root, 0o755)
const [folder, copy] = [join(root, 'data'), join(root, 'copy')]
process.env.HALLWAY_DATA = folder

let clock = Date.parse('2026-03-24T09:00:00Z')
const now = () => new Date((clock += 1_000))

let postgres: Awaited<ReturnType<typeof startPostgres>>
let db: PrismaClient

async function start(): Promise<void> {
  postgres = await startPostgres({ folder, throwAway: true })
  expect(postgres.folder).toBe(folder)
  await createMigrated(postgres.url('hallway')).catch(() => undefined)
  db = connect(postgres.url('hallway'), 5)
}

async function stop(): Promise<void> {
  await db.$disconnect()
  await postgres.stop()
}

/** With its owners: the database has a user of its own. */
async function copyWhole(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to])
}

type Person = Awaited<ReturnType<typeof makePerson>>
type Conference = Awaited<ReturnType<typeof makeConference>>
type Ids = { notes: string[]; blocks: string[]; photos: string[] }

class Device {
  readonly store
  private readonly recorder
  private readonly photos

  constructor(
    readonly person: Person,
    readonly conference: Conference,
    readonly ids: Ids,
  ) {
    this.store = openStore(person.id, { indexedDB: new IDBFactory(), IDBKeyRange })
    this.recorder = recordInto(
      this.store,
      () => undefined,
      () => undefined,
    )
    this.photos = openPhotos(this.store, () => undefined)
  }

  do(change: Change): Promise<void> {
    return this.recorder.record(this.conference.id, change)
  }

  pick(which: number, rank: 'first' | 'planB' = 'first'): Promise<void> {
    return this.do({ name: 'setPick', args: { sessionId: this.conference.sessionIds[which] ?? '', rank } })
  }

  block(which: number, title: string): Promise<void> {
    return this.do({
      name: 'setBlock',
      args: {
        id: this.ids.blocks[which] ?? '',
        conferenceId: this.conference.id,
        title,
        startAt: '2026-03-24T08:00:00.000Z',
        endAt: '2026-03-24T09:00:00.000Z',
        daily: false,
      },
    })
  }

  attend(which: number, reason: string): Promise<void> {
    return this.do({
      name: 'setAttendance',
      args: {
        sessionId: this.conference.sessionIds[which] ?? '',
        status: 'leftEarly',
        watchReplay: true,
        findSlides: false,
        reason,
      },
    })
  }

  /** Something of an attendance, and nothing of the rest. */
  say(which: number, said: { watchReplay?: boolean; findSlides?: boolean }): Promise<void> {
    return this.do({ name: 'setAttendance', args: { sessionId: this.conference.sessionIds[which] ?? '', ...said } })
  }

  async write(which: number, more: string): Promise<void> {
    const id = this.ids.notes[which] ?? ''
    const doc = new Y.Doc()
    const row = await this.store.notes.get(id)
    if (row) Y.applyUpdate(doc, row.state)
    doc.getText('text').insert(doc.getText('text').length, more)
    await writeNote(
      this.store,
      { id, conferenceId: this.conference.id, notedAt: '2026-03-24T09:00:00.000Z' },
      Y.encodeStateAsUpdate(doc),
      now(),
    )
  }

  async photograph(which: number, caption: string): Promise<void> {
    const blob = new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' })
    const [id = '', noteId = ''] = [this.ids.photos[which], this.ids.notes[0]]
    await this.photos.keep({
      id,
      noteId,
      conferenceId: this.conference.id,
      takenAt: '2026-03-24T09:00:00.000Z',
      mediaType: 'image/jpeg',
      width: 12,
      height: 8,
      blob,
      thumbnail: blob,
      caption,
    })
  }

  async sync(): Promise<void> {
    const { person } = this
    const wire: Wire = {
      push: async (_, device, mutations, mark) => ({
        ok: true,
        answer: await push(db, person, { person: person.id, device, mark, ifKnown: true, mutations }, now()),
      }),
      pull: async (_, after, mark) => ({
        ok: true,
        answer: await pull(db, person, { person: person.id, after, mark: mark ?? '' }),
      }),
    }
    expect(await syncOnce(this.store, person.id, wire)).toBe('done')
    expect(
      await uploadAll(
        this.store,
        person.id,
        () => false,
        async (_, id, blob) => {
          const kept = await keepPhoto(db, person, id, Buffer.from(await blob.arrayBuffer()), now())
          return kept.ok ? { ok: true } : { ok: false, refused: kept.reason }
        },
      ),
    ).toBe('done')
    expect(await syncOnce(this.store, person.id, wire)).toBe('done')
  }

  async shown() {
    const entries = await this.store.outbox.toArray()
    const { id } = this.conference
    return {
      picks: Object.fromEntries([...(shownPicks(await this.store.picks.toArray(), entries).get(id) ?? [])].sort()),
      blocks:
        shownBlocks(await this.store.blocks.toArray(), entries)
          .get(id)
          ?.map(({ title }) => title) ?? [],
      attendances: Object.fromEntries(
        [...(shownAttendances(await this.store.attendances.toArray(), entries).get(id) ?? [])].sort(),
      ),
      seen: shownSeen(await this.store.seen.toArray(), entries).get(id) ?? 0,
      notes: shownNotes(await this.store.notes.toArray(), entries).map(({ text, deletedAt }) => ({
        text,
        isDeleted: deletedAt !== undefined,
      })),
      photos: (await this.store.photos.toArray())
        .map(({ caption, uploaded }) => ({ caption, uploaded }))
        .sort((a, b) => ((a.caption ?? '') < (b.caption ?? '') ? -1 : 1)),
      outbox: entries.length,
    }
  }

  /** As the build before this one left it. */
  async becomeOld(): Promise<void> {
    await this.store.progress.toCollection().modify((row) => {
      delete row.mark
    })
    for (const name of ['picks', 'blocks', 'attendances', 'photos'])
      await this.store.dexie
        .table<{ updatedAt?: string }>(name)
        .toCollection()
        .modify((row) => void delete row.updatedAt)
  }
}

type Hand = { a: Device; b: Device; make: () => Device }

/** What happens after the server was put back; each device is asked once more at the end. */
const ways: Record<string, (hand: Hand) => Promise<void>> = {
  'one device first': async ({ a, b }) => {
    await a.sync()
    await b.sync()
  },
  'the other device first': async ({ a, b }) => {
    await b.sync()
    await a.sync()
  },
  'a new device first': async ({ a, b, make }) => {
    await make().sync()
    await a.sync()
    await b.sync()
  },
  'a new device first, whose changes bring the counter past what it was': async ({ a, b, make }) => {
    const c = make()
    for (let turn = 0; turn < 60; turn++)
      await c.do({
        name: 'setPick',
        args: { sessionId: c.conference.sessionIds[3] ?? '', rank: turn % 2 === 0 ? 'planB' : 'first' },
      })
    await c.sync()
    await a.sync()
    await b.sync()
  },
  'one device first, both of the build before': async ({ a, b }) => {
    await a.becomeOld()
    await b.becomeOld()
    await a.sync()
    await b.sync()
  },
  'the other device first, with a change of the same rows': async ({ a, b }) => {
    await b.say(0, { findSlides: true })
    await b.do({ name: 'setBlock', args: { id: b.ids.blocks[0] ?? '', conferenceId: b.conference.id, daily: true } })
    await b.sync()
    await a.sync()
  },
  'a change on each before it knows': async ({ a, b }) => {
    await a.pick(3)
    await a.write(0, ' Later.')
    await b.attend(2, 'Bus')
    await b.sync()
    await a.sync()
  },
}
const OFFLINE = 'the other had been offline since before the copy'
const names = [...Object.keys(ways), OFFLINE]

const hands = new Map<string, Hand & { before?: Awaited<ReturnType<Device['shown']>> }>()

beforeAll(async () => {
  await start()
  for (const name of names) {
    const [person, conference] = [await makePerson(db), await makeConference(db, { sessions: 5 })]
    await db.conference.update({ where: { id: conference.id }, data: { version: 9 } })
    const ids = {
      notes: [randomUUID(), randomUUID()],
      blocks: [randomUUID(), randomUUID()],
      photos: [randomUUID(), randomUUID()],
    }
    const make = () => new Device(person, conference, ids)
    const [a, b] = [make(), make()]
    hands.set(name, { a, b, make })
    await a.pick(0)
    await a.block(0, 'Podcast')
    await a.attend(0, 'Train')
    await a.write(0, 'Day one.')
    await a.photograph(0, 'First slide')
    await a.sync()
    await b.sync()
  }
  await stop()
  await copyWhole(folder, copy)
  await start()
  for (const [name, hand] of hands) {
    const { a, b } = hand
    for (const change of [
      a.pick(0, 'planB'),
      a.pick(1),
      a.block(0, 'Podcast, moved'),
      a.block(1, 'Lunch'),
      a.attend(0, 'Train, late'),
      a.do({ name: 'acknowledgeChanges', args: { conferenceId: a.conference.id, version: 7 } }),
    ])
      await change
    await a.say(4, { watchReplay: true })
    await a.write(0, ' Day two.')
    await a.write(1, 'Of another talk.')
    await a.photograph(1, 'Second slide')
    await a.sync()
    await b.pick(2)
    await b.write(0, ' From the other.')
    if (name !== OFFLINE) await b.sync()
    await a.sync()
    hand.before = await a.shown()
  }
  await stop()
  await rm(folder, { recursive: true })
  await copyWhole(copy, folder)
  await start()
}, 240_000)

afterAll(async () => {
  for (const { a, b } of hands.values()) for (const { store } of [a, b]) store.dexie.close()
  await stop()
  await rm(root, { recursive: true, force: true })
})

async function settle(name: string, ...devices: Device[]) {
  const found = hands.get(name)
  if (!found?.before) throw new Error(name)
  const { a, b, make, before } = found
  const fresh = make()
  for (const device of [a, b, fresh, ...devices]) await device.sync()
  const shown = await Promise.all([a, b, fresh].map((device) => device.shown()))
  fresh.store.dexie.close()
  const kept = await keptPicture(jpeg)
  for (const id of a.ids.photos) expect((await getPhoto(db, a.person, id))?.bytes).toEqual(kept)
  expect(shown[1]).toEqual(shown[0])
  expect(shown[2]).toEqual(shown[0])
  return { now: shown[0], before }
}

it.each([
  'one device first',
  'the other device first',
  'a new device first',
  'one device first, both of the build before',
])('brings back everything that any device had: %s', async (name) => {
  const hand = hands.get(name)
  if (hand) await ways[name]?.(hand)
  const { now: shown, before } = await settle(name)
  expect(shown).toEqual(before)
})

it('notices when the counter has passed what it was', async () => {
  const name = 'a new device first, whose changes bring the counter past what it was'
  const hand = hands.get(name)
  if (hand) await ways[name]?.(hand)
  const { now: shown, before } = await settle(name)
  expect(shown).toEqual({
    ...before,
    picks: Object.fromEntries(
      Object.entries({ ...before.picks, [hand?.a.conference.sessionIds[3] ?? '']: 'first' }).sort(),
    ),
  })
})

it('lays what was made before a device knew over what comes back', async () => {
  const name = 'a change on each before it knows'
  const hand = hands.get(name)
  if (hand) await ways[name]?.(hand)
  const { now: shown, before } = await settle(name)
  expect(Object.keys(shown?.picks ?? {}).length).toBe(Object.keys(before.picks).length + 1)
  expect(Object.keys(shown?.attendances ?? {}).length).toBe(Object.keys(before.attendances).length + 1)
  expect(
    shown?.notes
      .map(({ text }) => text)
      .some((text) => text.includes('Day two.') && text.includes('Later.') && text.includes('From the other.')),
  ).toBe(true)
  expect([shown?.blocks, shown?.photos, shown?.seen]).toEqual([before.blocks, before.photos, before.seen])
})

it('says what a device held before what it did since: a change of a part leaves the rest as it was', async () => {
  const name = 'the other device first, with a change of the same rows'
  const hand = hands.get(name)
  if (hand) await ways[name]?.(hand)
  const { now: shown, before } = await settle(name)
  const [sessionId = ''] = hand?.a.conference.sessionIds ?? []
  expect(shown).toEqual({
    ...before,
    attendances: {
      ...before.attendances,
      [sessionId]: { status: 'leftEarly', watchReplay: true, findSlides: true, reason: 'Train, late' },
    },
  })
})

it('takes what a device made that had been offline since before the copy, and keeps the wishes of both', async () => {
  const hand = hands.get(OFFLINE)
  await hand?.b.say(4, { findSlides: true })
  await hand?.b.sync()
  const { now: shown, before } = await settle(OFFLINE)
  expect(Object.keys(shown?.picks ?? {}).length).toBe(Object.keys(before.picks).length + 1)
  expect(
    shown?.notes.map(({ text }) => text).some((text) => text.includes('Day two.') && text.includes('From the other.')),
  ).toBe(true)
  const sessionId = hand?.a.conference.sessionIds[4] ?? ''
  const attendances = { ...before.attendances, [sessionId]: { status: null, watchReplay: true, findSlides: true } }
  expect({ ...shown, picks: null, notes: null }).toEqual({ ...before, attendances, picks: null, notes: null })
})
