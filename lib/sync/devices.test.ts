import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { diffText } from '@/lib/notes/text-diff'
import { deleteAccount } from '@/lib/people/server/delete-account'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { attendanceStatuses, pickRanks } from '@/lib/planning/schema'
import { AppError } from '@/lib/platform/errors'
import { binConference } from '@/lib/schedule/edit/conference-bin'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { backUpPeople, putPeopleBack, type PeopleBackup } from '@/tests/people-backup'
import { writeNote } from '@/lib/notes/device/note-store'
import { recordInto, type Recorder } from './client/store/recorder'
import type { Change } from '@/lib/sync/mutation'
import { shownAttendances, shownBlocks, shownKnown, shownPicks, shownSeen } from '@/lib/planning/device/shown'
import { shownNotes } from '@/lib/notes/device/shown-notes'
import { openStore } from '@/lib/device'
import type { PersonStore } from './client/kind'
import { pushAll } from './client/exchange/push-all'
import { pullNew } from './client/exchange/sync-once'
import type { Reply, Wire } from './client/exchange/transport'
import type { Push } from './protocol'
import { pull, push } from '@/lib/handlers'

const { db } = await testDatabase()
const conference = await makeConference(db, { sessions: 3 })
await db.conference.update({ where: { id: conference.id }, data: { version: 9 } })
const now = new Date('2026-03-20T12:00:00Z')
const runs = process.env.HALLWAY_LONG ? 2_000 : 25
const seed = Number(process.env.HALLWAY_SEED ?? Date.now() % 2 ** 31)

type Person = Awaited<ReturnType<typeof makePerson>>
/** Somebody whose devices these are: a note of their own and the group's, and two times of their own. */
type Hand = { person: Person; notes: [own: string, ours: string]; blocks: [string, string] }
type Run = {
  /** Both are in one group. */
  hands: [ann: Hand, ben: Hand]
  groupId: string
  /** Whose account was deleted: what they write from then on goes nowhere. */
  gone: Hand | null
  /** Of all acknowledged saves, and who wrote them. */
  words: Map<string, Hand>
  made: number
  backup: PeopleBackup | null
  under: Promise<unknown>[]
}
type Loss = 'none' | 'request' | 'answer'

/** A browser's own store, with a network that loses, repeats and reorders. */
class Device {
  readonly store: PersonStore
  private readonly recorder: Recorder
  /** What was pushed before: the network may deliver it again. */
  readonly sent: Push[] = []

  constructor(
    private readonly run: Run,
    readonly hand: Hand,
  ) {
    this.store = openStore(hand.person.id, { indexedDB: new IDBFactory(), IDBKeyRange })
    this.recorder = recordInto(
      this.store,
      () => undefined,
      () => undefined,
    )
  }

  /** Where a note is. */
  private facts(id: string) {
    return {
      id,
      conferenceId: conference.id,
      notedAt: now.toISOString(),
      ...(id === this.hand.notes[1] && { groupId: this.run.groupId }),
    }
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
    const { text } = await writeNote(this.store, this.facts(id), Y.encodeStateAsUpdate(doc, before), now)
    this.keepWords(...text.split(/\s+/))
  }

  /**
   * Types letter by letter into the note as a screen has it open, wherever the saves before are just then: none is
   * waited for.
   */
  async type(id: string, word: string, pauses: readonly number[]): Promise<void> {
    const doc = new Y.Doc()
    const row = await this.store.notes.get(id)
    if (row) Y.applyUpdate(doc, row.state)
    const body = doc.getText('text')
    const at = body.length
    for (const [index, letter] of [...`${word} `].entries()) {
      body.insert(at + index, letter)
      this.run.under.push(writeNote(this.store, this.facts(id), Y.encodeStateAsUpdate(doc), now))
      for (let pause = pauses[index % pauses.length] ?? 0; pause > 0; pause--)
        await (pause % 2 ? Promise.resolve() : new Promise<void>((done) => setImmediate(done)))
    }
    this.keepWords(word)
  }

  private keepWords(...words: string[]): void {
    const { gone, words: known } = this.run
    if (gone !== this.hand) for (const word of words) if (!known.has(word)) known.set(word, this.hand)
  }

  push(loss: Loss): Promise<unknown> {
    return pushAll(this.store, this.hand.person.id, this.wire(loss))
  }

  pull(loss: Loss, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<unknown> {
    return pullNew(this.store, this.hand.person.id, this.wire(loss, meanwhile))
  }

  /** Pulls twice from the same cursor; the older answer comes last. */
  async pullLate(): Promise<void> {
    const { person } = this.hand
    const { cursor = 0, mark } = (await this.store.progress.get('progress')) ?? {}
    const old = await this.wire('none').pull(person.id, cursor, mark ?? null)
    await pullNew(this.store, person.id, {
      push: this.wire('none').push,
      pull: async () => {
        await pullNew(this.store, person.id, this.wire('none'))
        return old
      },
    })
  }

  async again(batch: number): Promise<void> {
    const sent = this.sent[batch]
    if (sent) await answered(async () => push(db, await viewerOf(this.hand.person), sent, now))
  }

  async shown() {
    const { store } = this
    const entries = await store.outbox.toArray()
    return {
      picks: Object.fromEntries(shownPicks(await store.picks.toArray(), entries).get(conference.id) ?? []),
      known: Object.fromEntries(shownKnown(await store.picks.toArray(), entries).get(conference.id) ?? []),
      blocks:
        shownBlocks(await store.blocks.toArray(), entries)
          .get(conference.id)
          ?.map(({ id, title }) => ({ id, title })) ?? [],
      attendances: Object.fromEntries(
        shownAttendances(await store.attendances.toArray(), entries).get(conference.id) ?? [],
      ),
      seen: shownSeen(await store.seen.toArray(), entries).get(conference.id) ?? 0,
      notes: shownNotes(await store.notes.toArray(), entries)
        .map(({ id, text, deletedAt }) => ({ id, text, deleted: deletedAt !== undefined }))
        .sort(byId),
      entries: entries.length,
    }
  }

  private wire(loss: Loss, meanwhile: () => Promise<void> = () => Promise.resolve()): Wire {
    const { person } = this.hand
    const told = <Answer>(reply: Reply<Answer>): Reply<Answer> =>
      loss === 'answer' ? { ok: false, reason: 'failed' } : reply
    return {
      push: async (_person, device, mutations, mark) => {
        const body = { person: person.id, device, mark, ifKnown: true, mutations }
        this.sent.push(body)
        if (loss === 'request') return { ok: false, reason: 'failed' }
        return told(await answered(async () => push(db, await viewerOf(person), body, now)))
      },
      pull: async (_person, after, mark) => {
        if (loss === 'request') return { ok: false, reason: 'failed' }
        const reply = await answered(async () =>
          pull(db, await viewerOf(person), { person: person.id, after, mark: mark ?? '' }),
        )
        await meanwhile()
        return told(reply)
      },
    }
  }
}

/** Who is signed in, as the cookie says of somebody whose account may be gone. */
async function viewerOf(person: Person): Promise<Viewer> {
  return (await db.user.count({ where: { id: person.id } })) > 0 ? person : { kind: 'guest' }
}

/** As the door answers. */
async function answered<Answer>(ask: () => Promise<Answer>): Promise<Reply<Answer>> {
  try {
    return { ok: true, answer: await ask() }
  } catch (error) {
    if (error instanceof AppError && error.code === 'ACCOUNT_GONE') return { ok: false, reason: 'account-gone' }
    throw error
  }
}

/** Both people's rows, as one backup has them. */
function backedUp({ hands, groupId }: Run) {
  return { people: hands.map(({ person }) => person.id), groupId }
}

/** The server is set back to its last backup, and each device hears of it. What only the lost history knew is gone. */
async function setBack(devices: readonly Device[], run: Run): Promise<void> {
  for (const each of devices) await each.pull('none')
  if (!run.backup) return
  await putPeopleBack(db, backedUp(run), run.backup)
  run.gone = run.hands.find(({ person }) => !run.backup?.users.some(({ id }) => id === person.id)) ?? null
  const here = []
  for (const each of devices) if ((await each.pull('none')) !== 'account-gone') here.push(each)
  const there = wordsIn((await Promise.all(here.map(({ store }) => store.notes.toArray()))).flat())
  run.words = new Map([...run.words].filter(([word]) => there.has(word)))
}

/**
 * Somebody deletes their account, while all devices send. What they wrote for the group stays with it, as far as it had
 * arrived.
 */
async function goAway(devices: readonly Device[], run: Run, gone: Hand): Promise<void> {
  if (run.gone) return
  run.gone = gone
  const { id, email } = gone.person
  const there = wordsIn([
    ...(await db.note.findMany({ where: { id: gone.notes[1] } })),
    ...(await db.noteRevision.findMany({ where: { noteId: gone.notes[1] } })),
  ])
  const [deleted] = await Promise.all([
    deleteAccount(db, id, { confirmed: email, withConferences: false, signedInAt: now }, now, binConference),
    ...devices.map((each) => each.push('none')),
  ])
  expect(deleted).toEqual({ ok: true })
  run.words = new Map([...run.words].filter(([word, by]) => by !== gone || there.has(word)))
}

function wordsIn(texts: readonly { text: string }[]): Set<string> {
  return new Set(texts.flatMap(({ text }) => text.split(/\s+/)))
}

const loss = fc.constantFrom<Loss>('none', 'none', 'request', 'answer')
const where = fc.nat(1000)
const adds = fc.constantFrom({}, {}, { adds: true as const })
const change = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      name: fc.constant('pick' as const),
      which: fc.nat(2),
      rank: fc.option(fc.constantFrom(...pickRanks, 'stays' as const)),
      knownVersion: fc.option(fc.nat(9), { nil: undefined }),
      adds,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      name: fc.constant('block' as const),
      which: fc.nat(1),
      title: fc.option(fc.constantFrom('Podcast', 'Lunch')),
      adds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constant('attendance' as const),
      which: fc.nat(2),
      said: fc.record(
        {
          status: fc.option(fc.constantFrom(...attendanceStatuses)),
          watchReplay: fc.boolean(),
          findSlides: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      adds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constant('seen' as const),
      version: fc.nat(9),
      undoes: fc.option(fc.nat(9), { nil: undefined }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ name: fc.constant('insert' as const), which: fc.nat(1), where }) },
  {
    weight: 4,
    arbitrary: fc.record({
      name: fc.constant('type' as const),
      which: fc.nat(1),
      pauses: fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      name: fc.constant('cut' as const),
      which: fc.nat(1),
      where,
      words: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ name: fc.constantFrom('delete' as const, 'restore' as const), which: fc.nat(1) }),
  },
)
/** Three of the one person, and one of the other. */
const device = fc.nat(3)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('change' as const), device, change }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('push' as const), device, loss }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pull' as const), device, loss, meanwhile: fc.option(change) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), device, batch: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('late' as const), device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('backUp' as const, 'setBack' as const), device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('goAway' as const), device }) },
)

type Made = typeof change extends fc.Arbitrary<infer Value> ? Value : never
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function make(on: Device, run: Run, made: Made): Promise<void> {
  const [note = '', block = '', session = ''] =
    'which' in made ? [on.hand.notes[made.which], on.hand.blocks[made.which], conference.sessionIds[made.which]] : []
  switch (made.name) {
    case 'pick':
      return on.record(
        made.rank
          ? {
              name: 'setPick',
              args: {
                sessionId: session,
                ...(made.rank !== 'stays' && { rank: made.rank }),
                ...made.adds,
                ...(made.knownVersion !== undefined && { knownVersion: made.knownVersion }),
              },
            }
          : { name: 'dropPick', args: { sessionId: session } },
      )
    case 'block':
      return on.record(
        made.title
          ? {
              name: 'setBlock',
              args: {
                id: block,
                conferenceId: conference.id,
                title: made.title,
                startAt: '2026-03-24T08:00:00.000Z',
                endAt: '2026-03-24T09:00:00.000Z',
                daily: false,
                ...made.adds,
              },
            }
          : { name: 'dropBlock', args: { id: block } },
      )
    case 'attendance':
      return on.record({ name: 'setAttendance', args: { sessionId: session, ...made.said, ...made.adds } })
    case 'seen':
      return on.record({
        name: 'acknowledgeChanges',
        args: {
          conferenceId: conference.id,
          version: made.version,
          ...(made.undoes !== undefined && { undoes: made.undoes }),
        },
      })
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
  if (taken.kind === 'backUp') return (run.backup = await backUpPeople(db, backedUp(run)))
  if (taken.kind === 'goAway') return goAway(devices, run, on.hand)
  if (taken.kind === 'setBack') return setBack(devices, run)
  if (taken.kind === 'change') return make(on, run, taken.change)
  if (taken.kind === 'push') return on.push(taken.loss)
  if (taken.kind === 'pull')
    return on.pull(taken.loss, () => (taken.meanwhile ? make(on, run, taken.meanwhile) : Promise.resolve()))
  return taken.kind === 'again' ? on.again(taken.batch) : on.pullLate()
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

async function serverShows({ person: { id: userId }, notes: [own, ours] }: Hand) {
  const picks = await db.pick.findMany({ where: { userId, droppedAt: null } })
  const blocks = await db.block.findMany({
    where: { userId, droppedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, title: true },
  })
  const attendances = await db.attendance.findMany({ where: { userId } })
  const seen = await db.changeReceipt.findFirst({ where: { userId } })
  const notes = await db.note.findMany({ where: { id: { in: [own, ours] } } })
  return {
    picks: Object.fromEntries(picks.map(({ sessionId, rank }) => [sessionId, rank])),
    known: Object.fromEntries(picks.map(({ sessionId, knownVersion }) => [sessionId, knownVersion])),
    blocks,
    attendances: Object.fromEntries(
      attendances.map(({ sessionId, status, watchReplay, findSlides }) => [
        sessionId,
        { status, watchReplay, findSlides },
      ]),
    ),
    seen: seen?.version ?? 0,
    notes: notes.map(({ id, text, deletedAt }) => ({ id, text, deleted: deletedAt !== null })).sort(byId),
    entries: 0,
  }
}

/** Two people who share a note. */
async function makeRun(): Promise<Run> {
  const ours = randomUUID()
  const hand = async (): Promise<Hand> => ({
    person: await makePerson(db),
    notes: [randomUUID(), ours],
    blocks: [randomUUID(), randomUUID()],
  })
  const hands: Run['hands'] = [await hand(), await hand()]
  const { id: groupId } = await db.group.create({
    data: {
      conferenceId: conference.id,
      name: 'Team',
      members: { create: hands.map(({ person }) => ({ userId: person.id })) },
    },
  })
  return { hands, groupId, gone: null, words: new Map(), made: 0, backup: null, under: [] }
}

/** Everybody who still has an account, and their devices, send and hear all. */
async function settle(devices: readonly Device[], run: Run): Promise<readonly Device[]> {
  const here = devices.filter(({ hand }) => hand !== run.gone)
  for (const each of here) expect(await each.push('none')).toBe('done')
  for (const each of here) expect(await each.pull('none')).toBe('done')
  return here
}

it(`brings devices and server to the same, and loses no word (${runs} runs, HALLWAY_SEED=${seed})`, async () => {
  const property = async (steps: Step[]) => {
    const run = await makeRun()
    const [ann, ben] = run.hands
    const devices = [new Device(run, ann), new Device(run, ann), new Device(run, ann), new Device(run, ben)]
    for (const taken of steps) {
      const on = devices[taken.device]
      if (on) await take(on, devices, run, taken)
    }
    await Promise.all(run.under)
    const here = await settle(devices, run)
    for (const each of here) expect(await each.shown()).toEqual(await serverShows(each.hand))
    const notes = { in: run.hands.flatMap((hand) => hand.notes) }
    const known = wordsIn([
      ...(await db.note.findMany({ where: { id: notes } })),
      ...(await db.noteRevision.findMany({ where: { noteId: notes } })),
    ])
    expect([...run.words.keys()].filter((word) => !known.has(word))).toEqual([])
    for (const each of devices) each.store.dexie.close()
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), property), { numRuns: runs, seed })
}, 1_800_000)
