import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { diffText } from '@/lib/notes/text-diff'
import { attendanceStatuses, pickRanks } from '@/lib/planning/schema'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { writeNote } from './client/note-store'
import { recordInto, type Change, type Recorder } from './client/recorder'
import { shownAttendances, shownBlocks, shownKnown, shownNotes, shownPicks, shownSeen } from './client/shown'
import { openStore, type PersonStore } from './client/store'
import { pushAll } from './client/push-all'
import { pullNew } from './client/sync-once'
import type { Wire } from './client/transport'
import type { Push } from './protocol'
import { pull } from './server/pull'
import { push } from './server/push'

const { db } = await testDatabase()
const conference = await makeConference(db, { sessions: 3 })
await db.conference.update({ where: { id: conference.id }, data: { version: 9 } })
const [noteIds, blockIds] = [[0, 1], [0, 1]]
const now = new Date('2026-03-20T12:00:00Z')
const runs = process.env.HALLWAY_LONG ? 2_000 : 80
const seed = Number(process.env.HALLWAY_SEED ?? Date.now() % 2 ** 31)

type Person = Awaited<ReturnType<typeof makePerson>>
type Run = { person: Person; notes: string[]; blocks: string[]; /** Of all acknowledged saves. */ words: Set<string>; made: number; dump: Dump | null; under: Promise<unknown>[] }
type Loss = 'none' | 'request' | 'answer'

/** A browser's own store, with a network that loses, repeats and reorders. */
class Device {
  readonly store: PersonStore
  private readonly recorder: Recorder
  /** What was pushed before: the network may deliver it again. */
  readonly sent: Push[] = []

  constructor(private readonly run: Run) {
    this.store = openStore(run.person.id, { indexedDB: new IDBFactory(), IDBKeyRange })
    this.recorder = recordInto(this.store, () => undefined, () => undefined)
  }

  record(change: Change): Promise<void> {
    return this.recorder.record(conference.id, change)
  }

  /** Opens the note as a screen does, changes its text, and stores it. */
  async write(id: string, change: (text: string) => string): Promise<void> {
    const row = await this.store.notes.get(id)
    const doc = new Y.Doc()
    if (row) Y.applyUpdate(doc, row.state)
    const before = Y.encodeStateVector(doc)
    const body = doc.getText('text')
    const edit = diffText(body.toString(), change(body.toString()))
    if (edit) {
      body.delete(edit.at, edit.remove)
      body.insert(edit.at, edit.insert)
    }
    if (!edit && row) return
    const { text } = await writeNote(this.store, { id, conferenceId: conference.id, notedAt: now.toISOString() }, Y.encodeStateAsUpdate(doc, before), now)
    for (const word of text.split(/\s+/)) this.run.words.add(word)
  }

  /** Types letter by letter into the note as a screen has it open, wherever the saves before are just then: none is waited for. */
  async type(id: string, word: string, pauses: readonly number[]): Promise<void> {
    const doc = new Y.Doc()
    const row = await this.store.notes.get(id)
    if (row) Y.applyUpdate(doc, row.state)
    const body = doc.getText('text')
    const at = body.length
    for (const [index, letter] of [...`${word} `].entries()) {
      body.insert(at + index, letter)
      this.run.under.push(writeNote(this.store, { id, conferenceId: conference.id, notedAt: now.toISOString() }, Y.encodeStateAsUpdate(doc), now))
      for (let pause = pauses[index % pauses.length] ?? 0; pause > 0; pause--) await (pause % 2 ? Promise.resolve() : new Promise<void>((done) => setImmediate(done)))
    }
    this.run.words.add(word)
  }

  push(loss: Loss): Promise<unknown> {
    return pushAll(this.store, this.run.person.id, this.wire(loss))
  }

  pull(loss: Loss, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<unknown> {
    return pullNew(this.store, this.run.person.id, this.wire(loss, meanwhile))
  }

  /** Pulls twice from the same cursor; the older answer comes last. */
  async pullLate(): Promise<void> {
    const { person } = this.run
    const { cursor: after = 0, mark = '' } = (await this.store.progress.get('progress')) ?? {}
    const old = await pull(db, person, { person: person.id, after, mark })
    await pullNew(this.store, person.id, { push: this.wire('none').push, pull: async () => {
      await pullNew(this.store, person.id, this.wire('none'))
      return { ok: true, answer: old }
    } })
  }

  async again(batch: number): Promise<void> {
    const sent = this.sent[batch]
    if (sent) await push(db, this.run.person, sent, now)
  }

  async shown() {
    const { store } = this
    const entries = await store.outbox.toArray()
    return {
      picks: Object.fromEntries(shownPicks(await store.picks.toArray(), entries).get(conference.id) ?? []),
      known: Object.fromEntries(shownKnown(await store.picks.toArray(), entries).get(conference.id) ?? []),
      blocks: shownBlocks(await store.blocks.toArray(), entries).get(conference.id)?.map(({ id, title }) => ({ id, title })) ?? [],
      attendances: Object.fromEntries(shownAttendances(await store.attendances.toArray(), entries).get(conference.id) ?? []),
      seen: shownSeen(await store.seen.toArray(), entries).get(conference.id) ?? 0,
      notes: shownNotes(await store.notes.toArray(), entries).map(({ id, text, deletedAt }) => ({ id, text, deleted: deletedAt !== undefined })).sort(byId),
      entries: entries.length,
    }
  }

  private wire(loss: Loss, meanwhile: () => Promise<void> = () => Promise.resolve()): Wire {
    const { person } = this.run
    return {
      push: async (_person, device, mutations, mark) => {
        const body = { person: person.id, device, mark, mutations }
        this.sent.push(body)
        if (loss === 'request') return { ok: false, reason: 'failed' }
        const answer = await push(db, person, body, now)
        return loss === 'answer' ? { ok: false, reason: 'failed' } : { ok: true, answer }
      },
      pull: async (_person, after, mark) => {
        if (loss === 'request') return { ok: false, reason: 'failed' }
        const answer = await pull(db, person, { person: person.id, after, mark: mark ?? '' })
        await meanwhile()
        return loss === 'answer' ? { ok: false, reason: 'failed' } : { ok: true, answer }
      },
    }
  }
}

/** A person's rows at the server, as a backup has them. */
async function dumpOf({ id: userId }: Person) {
  const { revision } = await db.user.findUniqueOrThrow({ where: { id: userId } })
  return {
    revision,
    notes: await db.note.findMany({ where: { userId } }),
    versions: await db.noteRevision.findMany({ where: { note: { userId } } }),
    picks: await db.pick.findMany({ where: { userId } }),
    blocks: await db.block.findMany({ where: { userId } }),
    attendances: await db.attendance.findMany({ where: { userId } }),
    seen: await db.changeReceipt.findMany({ where: { userId } }),
    marks: await db.syncMark.findMany({ where: { userId } }),
  }
}
type Dump = Awaited<ReturnType<typeof dumpOf>>

/** Sets a person's rows back to a backup, and no other's. */
async function restore({ id: userId }: Person, dump: Dump): Promise<void> {
  const where = { where: { userId } }
  await db.$transaction([db.mutation.deleteMany(where), db.syncMark.deleteMany(where), db.note.deleteMany(where), db.pick.deleteMany(where), db.block.deleteMany(where), db.attendance.deleteMany(where), db.changeReceipt.deleteMany(where)])
  await db.note.createMany({ data: dump.notes })
  await db.noteRevision.createMany({ data: dump.versions })
  await db.pick.createMany({ data: dump.picks })
  await db.block.createMany({ data: dump.blocks })
  await db.attendance.createMany({ data: dump.attendances })
  await db.changeReceipt.createMany({ data: dump.seen })
  await db.syncMark.createMany({ data: dump.marks })
  await db.user.update({ where: { id: userId }, data: { revision: dump.revision } })
}

/** The server is set back to its last backup, and each device hears of it. What only the lost history knew is gone. */
async function setBack(devices: readonly Device[], run: Run): Promise<void> {
  for (const each of devices) await each.pull('none')
  if (!run.dump) return
  await restore(run.person, run.dump)
  for (const each of devices) await each.pull('none')
  const texts = (await Promise.all(devices.map(({ store }) => store.notes.toArray()))).flat()
  const there = new Set(texts.flatMap(({ text }) => text.split(/\s+/)))
  run.words = new Set([...run.words].filter((word) => there.has(word)))
}

const loss = fc.constantFrom<Loss>('none', 'none', 'request', 'answer')
const where = fc.nat(1000)
const adds = fc.constantFrom({}, {}, { adds: true as const })
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ name: fc.constant('pick' as const), which: fc.nat(2), rank: fc.option(fc.constantFrom(...pickRanks, 'stays' as const)), knownVersion: fc.option(fc.nat(9), { nil: undefined }), adds }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('block' as const), which: fc.nat(1), title: fc.option(fc.constantFrom('Podcast', 'Lunch')), adds }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('attendance' as const), which: fc.nat(2), said: fc.record({ status: fc.option(fc.constantFrom(...attendanceStatuses)), watchReplay: fc.boolean(), findSlides: fc.boolean() }, { requiredKeys: [] }), adds }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('seen' as const), version: fc.nat(9), undoes: fc.option(fc.nat(9), { nil: undefined }) }) },
  { weight: 6, arbitrary: fc.record({ name: fc.constant('insert' as const), which: fc.nat(1), where }) },
  { weight: 4, arbitrary: fc.record({ name: fc.constant('type' as const), which: fc.nat(1), pauses: fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ name: fc.constant('cut' as const), which: fc.nat(1), where, words: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constantFrom('delete' as const, 'restore' as const), which: fc.nat(1) }) },
)
const device = fc.nat(2)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('change' as const), device, change }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('push' as const), device, loss }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pull' as const), device, loss, meanwhile: fc.option(change) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), device, batch: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('late' as const), device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('backUp' as const, 'setBack' as const), device }) },
)

type Made = typeof change extends fc.Arbitrary<infer Value> ? Value : never
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function make(on: Device, run: Run, made: Made): Promise<void> {
  const [note = '', block = '', session = ''] = 'which' in made ? [run.notes[made.which], run.blocks[made.which], conference.sessionIds[made.which]] : []
  switch (made.name) {
    case 'pick':
      return on.record(made.rank ? { name: 'setPick', args: { sessionId: session, ...(made.rank !== 'stays' && { rank: made.rank }), ...made.adds, ...(made.knownVersion !== undefined && { knownVersion: made.knownVersion }) } } : { name: 'dropPick', args: { sessionId: session } })
    case 'block':
      return on.record(made.title ? { name: 'setBlock', args: { id: block, conferenceId: conference.id, title: made.title, startAt: '2026-03-24T08:00:00.000Z', endAt: '2026-03-24T09:00:00.000Z', daily: false, ...made.adds } } : { name: 'dropBlock', args: { id: block } })
    case 'attendance':
      return on.record({ name: 'setAttendance', args: { sessionId: session, ...made.said, ...made.adds } })
    case 'seen':
      return on.record({ name: 'acknowledgeChanges', args: { conferenceId: conference.id, version: made.version, ...(made.undoes !== undefined && { undoes: made.undoes }) } })
    case 'insert':
      return on.write(note, (text) => splice(text, made.where, 0, `w${++run.made}`))
    case 'type':
      return on.type(note, `t${++run.made}`, made.pauses)
    case 'cut':
      return on.write(note, (text) => splice(text, made.where, made.words))
    case 'delete':
      return (await on.store.notes.get(note)) && on.record({ name: 'deleteNote', args: { id: note } })
    case 'restore':
      return (await on.store.notes.get(note)) && on.record({ name: 'restoreNote', args: { id: note } })
  }
}

/** Words of a text with some taken out and others put in; each word ends in a space. */
function splice(text: string, at: number, remove: number, ...insert: string[]): string {
  const words = text.split(' ').filter(Boolean)
  words.splice(at % (words.length + 1), remove, ...insert)
  return words.map((word) => `${word} `).join('')
}

async function take(on: Device, devices: readonly Device[], run: Run, taken: Step): Promise<unknown> {
  if (taken.kind === 'backUp') return (run.dump = await dumpOf(run.person))
  if (taken.kind === 'setBack') return setBack(devices, run)
  if (taken.kind === 'change') return make(on, run, taken.change)
  if (taken.kind === 'push') return on.push(taken.loss)
  if (taken.kind === 'pull') return on.pull(taken.loss, () => (taken.meanwhile ? make(on, run, taken.meanwhile) : Promise.resolve()))
  return taken.kind === 'again' ? on.again(taken.batch) : on.pullLate()
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

async function serverShows({ id: userId }: Person) {
  const picks = await db.pick.findMany({ where: { userId, droppedAt: null } })
  const blocks = await db.block.findMany({ where: { userId, droppedAt: null }, orderBy: { id: 'asc' }, select: { id: true, title: true } })
  const attendances = await db.attendance.findMany({ where: { userId } })
  const seen = await db.changeReceipt.findFirst({ where: { userId } })
  const notes = await db.note.findMany({ where: { userId } })
  return {
    picks: Object.fromEntries(picks.map(({ sessionId, rank }) => [sessionId, rank])),
    known: Object.fromEntries(picks.map(({ sessionId, knownVersion }) => [sessionId, knownVersion])),
    blocks,
    attendances: Object.fromEntries(attendances.map(({ sessionId, status, watchReplay, findSlides }) => [sessionId, { status, watchReplay, findSlides }])),
    seen: seen?.version ?? 0,
    notes: notes.map(({ id, text, deletedAt }) => ({ id, text, deleted: deletedAt !== null })).sort(byId),
    entries: 0,
  }
}

it(`brings three devices and the server to the same, and loses no word, whatever is repeated, lost or late (${runs} runs, HALLWAY_SEED=${seed})`, async () => {
  const property = async (steps: Step[]) => {
    const run: Run = { person: await makePerson(db), notes: noteIds.map(() => randomUUID()), blocks: blockIds.map(() => randomUUID()), words: new Set(), made: 0, dump: null, under: [] }
    const devices = [new Device(run), new Device(run), new Device(run)] as const
    for (const taken of steps) await take(devices[taken.device === 0 ? 0 : taken.device === 1 ? 1 : 2], devices, run, taken)
    await Promise.all(run.under)
    for (const each of devices) expect(await each.push('none')).toBe('done')
    for (const each of devices) expect(await each.pull('none')).toBe('done')
    const server = await serverShows(run.person)
    expect(await Promise.all(devices.map((each) => each.shown()))).toEqual([server, server, server])
    const history = await db.noteRevision.findMany({ where: { note: { userId: run.person.id } }, select: { text: true } })
    const known = new Set([...server.notes, ...history].flatMap(({ text }) => text.split(/\s+/)))
    expect([...run.words].filter((word) => !known.has(word))).toEqual([])
    for (const each of devices) each.store.dexie.close()
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), property), { numRuns: runs, seed })
}, 1_800_000)
