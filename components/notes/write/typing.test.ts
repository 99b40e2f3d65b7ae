// Live queries run only where there is an IndexedDB for all, as in browsers.
import 'fake-indexeddb/auto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { createNoteIn } from '@/lib/notes/device/note-create'
import { openDraft, type NoteWays, type ShownDraft } from '@/lib/notes/device/note-draft'
import { openNoteText } from '@/lib/notes/device/note-text'
import { openStore } from '@/lib/device'
import type { PersonStore } from '@/lib/sync/client/kind'
import { syncOnce } from '@/lib/sync/client/exchange/sync-once'
import type { Wire } from '@/lib/sync/client/exchange/transport'
import { pull, push } from '@/lib/handlers'
import { mergeText } from '@/lib/notes/merge'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { areaText, type Area } from './area-text'

const { db } = await testDatabase()
const conference = await makeConference(db)
const runs = process.env.HALLWAY_LONG ? 300 : 8
const seed = Number(process.env.HALLWAY_SEED ?? Date.now() % 2 ** 31)

// What a page has and a test has not; nobody leaves this one.
vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('document', { addEventListener: () => undefined })

type Person = Awaited<ReturnType<typeof makePerson>>
/** What a hand does at once: how the area changes, or what is taken back, and whether a keyboard is composing then. */
type Stroke = { change: (area: Area) => void; composing?: 'begins' | 'ends'; turn?: 'undo' | 'redo' }

/** A text area as browsers have it: setting its text moves the caret to the end. */
function makeArea(): Area {
  let value = ''
  const area: Area = {
    get value() {
      return value
    },
    set value(next) {
      if (next !== value) [area.selectionStart, area.selectionEnd] = [next.length, next.length]
      value = next
    },
    selectionStart: 0,
    selectionEnd: 0,
    selectionDirection: 'none',
    scrollTop: 0,
    setSelectionRange: (start, end) => void ([area.selectionStart, area.selectionEnd] = [start ?? 0, end ?? 0]),
  }
  return area
}

/** Replaces so many letters before the caret. */
function type(text: string, replaced = 0): Stroke {
  return {
    change: (area) => {
      const [from, to] = [Math.max(0, area.selectionStart - replaced), area.selectionEnd]
      area.value = area.value.slice(0, from) + text + area.value.slice(to)
      area.setSelectionRange(from + text.length, from + text.length)
    },
  }
}

const turn = (way: 'undo' | 'redo'): Stroke => ({ change: () => undefined, turn: way })

/** The ways in which words come into a text, and what they leave there. */
const ways: Record<string, (word: string) => Stroke[]> = {
  letters: (word) => [...`${word} `].map((letter) => type(letter)),
  dictation: (word) => [type(`${word} `)],
  paste: (word) => [type(`${word} `)],
  autocorrect: (word) => [...[...`x${word}`].map((letter) => type(letter)), type(`${word} `, word.length + 1)],
  correction: (word) => [...[...`${word}xy`].map((letter) => type(letter)), type('', 1), type('', 1), type(' ')],
  composition: (word) => [
    { change: () => undefined, composing: 'begins' },
    ...[...word].map((_letter, index) => type(word.slice(0, index + 1), index)),
    { ...type(word, word.length), composing: 'ends' },
    type(' '),
  ],
  undoing: (word) => [
    ...[...word].map((letter) => type(letter)),
    ...[turn('undo'), turn('undo'), turn('redo'), turn('redo')],
    type(' '),
  ],
}

/** A screen with somebody who writes on it, which draws when it comes to it. */
class Writer {
  readonly area = makeArea()
  shown: ShownDraft = { id: null, text: '', ready: false, state: 'server' }
  readonly draft
  private readonly held
  private isDirty = false
  private begun = false

  /** @param after behind what they write */
  constructor(
    store: PersonStore,
    id: string | null,
    private readonly script: Stroke[],
    private readonly after = '',
    slowed: (ways: NoteWays) => Partial<NoteWays> = () => ({}),
  ) {
    const nothing = { storage: () => undefined, changed: () => undefined }
    const ways = {
      create: (note: string, text: string) =>
        createNoteIn(store, { id: note, conferenceId: conference.id, text }, new Date()),
      keep: () => undefined,
      settle: () => undefined,
      open: async (note: string, text: (shown: ShownDraft) => void, begun: string) =>
        openNoteText(store, note, { text: (told) => text({ ...told, id: note }), ...nothing }, begun),
    }
    this.draft = openDraft(id, { ...ways, ...slowed(ways) }, (shown) => {
      this.shown = shown
      this.isDirty = true
    })
    this.held = areaText(this.draft)
  }

  then(stroke: Stroke): void {
    this.script.push(stroke)
  }

  get isDone(): boolean {
    return this.script.length === 0
  }

  render(): void {
    if (this.isDirty) this.held.show(this.area)
    this.isDirty = false
  }

  stroke(): void {
    // A text area that is not ready takes no letter: it is gone for good.
    if (!this.shown.ready && this.begun) this.script.shift()
    if (!this.shown.ready) return
    if (!this.begun) {
      this.render()
      const at = this.area.value.indexOf(this.after) + this.after.length
      this.area.setSelectionRange(at, at)
    }
    this.begun = true
    const next = this.script.shift()
    if (!next) return
    if (next.turn) return this.held.onTurn(this.area, next.turn)
    if (next.composing === 'begins') this.held.onCompositionStart()
    next.change(this.area)
    this.held.onInput(this.area)
    if (next.composing === 'ends') this.held.onCompositionEnd(this.area)
  }
}

/** A browser of a person, whose tabs share what it keeps. */
class Browser {
  readonly store: PersonStore
  private syncing = false

  constructor(private readonly person: Person) {
    this.store = openStore(person.id, { indexedDB: new IDBFactory(), IDBKeyRange })
  }

  private readonly wire: Wire = {
    push: async (id, device, mutations, mark) => ({
      ok: true,
      answer: await push(db, this.person, { person: id, device, mutations, mark }, new Date()),
    }),
    pull: async (id, after, mark) => ({
      ok: true,
      answer: await pull(db, this.person, { person: id, after, mark: mark ?? '' }),
    }),
  }

  async sync(): Promise<void> {
    if (this.syncing) return
    this.syncing = true
    await syncOnce(this.store, this.person.id, this.wire)
    this.syncing = false
  }
}

const breathe = () => new Promise<void>((done) => setImmediate(done))

/** Lets hands, screens, stores and the network take turns as chance has it, until all is written and everywhere. */
async function letWrite(
  browsers: readonly Browser[],
  writers: readonly Writer[],
  dice: (most: number) => number,
): Promise<void> {
  const under: Promise<unknown>[] = []
  for (let turns = 0; !writers.every(({ isDone }) => isDone); turns++) {
    if (turns > 20_000) throw new Error('Somebody never comes to writing.')
    for (const writer of writers) {
      if (dice(3) === 0) writer.stroke()
      if (dice(4) === 0) writer.render()
      if (dice(12) === 0) under.push(writer.draft.flush())
    }
    for (const browser of browsers) if (dice(20) === 0) under.push(browser.sync())
    await breathe()
  }
  await Promise.all(under)
  // A sync that was on its way when the last letters were stored left them to the next one.
  for (const writer of writers) await writer.draft.flush()
  for (let round = 0; round < 2; round++) for (const browser of browsers) await browser.sync()
  await vi
    .waitUntil(
      async () => {
        // A note that was only just read stores its letters later than it was flushed; on a page that begins another
        // sync.
        for (const browser of browsers) await browser.sync()
        for (const writer of writers) writer.render()
        return writers.every(({ area, shown }) => area.value === writers[0]?.area.value && shown.state === 'server')
      },
      { interval: 5, timeout: 5_000 },
    )
    .catch(() => undefined)
}

const way = fc.constantFrom(...Object.keys(ways))
const words = fc.array(way, { minLength: 3, maxLength: 8 })
const diceOf = (rolls: number) => {
  let state = rolls
  // Mulberry32.
  return (most: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}

function scriptOf(name: string, kinds: readonly string[]): { strokes: Stroke[]; text: string } {
  const said = kinds.map((kind, index) => ({ kind, word: `${name}${index}${'lorem'.slice(0, 1 + (index % 5))}` }))
  return {
    strokes: said.flatMap(({ kind, word }) => ways[kind]?.(word) ?? []),
    text: said.map(({ word }) => `${word} `).join(''),
  }
}

async function onServer(person: Person): Promise<string[]> {
  const { notes } = await pull(db, person, { person: person.id, after: 0 })
  return notes.map(({ state }) => mergeText(null, [Buffer.from(state, 'base64')])?.text ?? '')
}

it(`loses no letter of a new note, however slow the store is (${runs} runs, HALLWAY_SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(words, fc.nat(), async (kinds, rolls) => {
      const person = await makePerson(db)
      const browser = new Browser(person)
      const { strokes, text } = scriptOf('one', kinds)
      const writer = new Writer(browser.store, null, strokes)
      await letWrite([browser], [writer], diceOf(rolls))
      const kept = (await browser.store.notes.toArray()).map((row) => row.text)
      expect({ screen: writer.area.value, state: writer.shown.state, kept, server: await onServer(person) }).toEqual({
        screen: text,
        state: 'server',
        kept: [text],
        server: [text],
      })
      writer.draft.close()
    }),
    { numRuns: runs, seed },
  )
}, 1_800_000)

it('takes back, a word a step, what is typed and taken back while a new note is still being made', async () => {
  const browser = new Browser(await makePerson(db))
  const script = [...'one two three'].map((letter) => type(letter))
  let goOn = () => undefined as void
  const isOpened = new Promise<void>((resolve) => (goOn = resolve))
  const writer = new Writer(browser.store, null, [...script, turn('undo'), turn('undo'), turn('redo')], '', (ways) => ({
    open: async (...asked) => {
      await isOpened
      return ways.open(...asked)
    },
  }))
  const strike = () => {
    writer.stroke()
    writer.render()
  }
  while (!writer.isDone) strike()
  expect(writer.area.value).toBe('one two three')
  goOn()
  /** Until the screen shows it and the store has it. */
  const settle = (text: string) =>
    vi.waitUntil(
      async () => {
        writer.render()
        await writer.draft.flush()
        const kept = (await browser.store.notes.toArray()).map((row) => row.text)
        return writer.area.value === text && kept.join('|') === text
      },
      { interval: 5, timeout: 5_000 },
    )
  await settle('one two ')
  for (const [way, text] of [
    ['undo', 'one '],
    ['undo', ''],
    ['redo', 'one '],
    ['redo', 'one two '],
    ['redo', 'one two three'],
  ] as const) {
    writer.then(turn(way))
    strike()
    await settle(text)
  }
  writer.draft.close()
})

it.each([
  ['tabs', 1],
  ['devices', 2],
  ['devices and a tab', 3],
])(
  `loses no letter of several who write into one note at once: %s`,
  async (kind, count) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 2, maxLength: kind === 'devices and a tab' ? 3 : 2 }),
        fc.nat(),
        async (people, rolls) => {
          const person = await makePerson(db)
          const [first, second] = [new Browser(person), new Browser(person)]
          const id = await createNoteIn(first.store, { conferenceId: conference.id, text: 'a:\nb:\nc:\n' }, new Date())
          const browsers = count === 1 ? [first] : [first, second]
          for (const browser of browsers) await browser.sync()
          const scripts = people.map((kinds, index) => scriptOf(`${'abc'.charAt(index)}-`, kinds))
          const writers = scripts.map(
            ({ strokes }, index) =>
              new Writer(index === 1 && count > 1 ? second.store : first.store, id, strokes, `${'abc'.charAt(index)}:`),
          )
          await letWrite(browsers, writers, diceOf(rolls))
          const [server = ''] = await onServer(person)
          const kept = await Promise.all(browsers.map(async ({ store }) => (await store.notes.get(id))?.text))
          expect({
            screens: writers.map(({ area }) => area.value),
            states: writers.map(({ shown }) => shown.state),
            kept,
          }).toEqual({
            screens: writers.map(() => server),
            states: writers.map(() => 'server'),
            kept: browsers.map(() => server),
          })
          expect(server).toBe(`a:${scripts[0]?.text}\nb:${scripts[1]?.text}\nc:${scripts[2]?.text ?? ''}\n`)
          for (const writer of writers) writer.draft.close()
        },
      ),
      { numRuns: runs, seed },
    )
  },
  1_800_000,
)
