import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { toBase64 } from '@/lib/notes/base64'
import { stateOfText } from '@/lib/notes/merge'
import { openScreenText } from '@/lib/notes/screen-text'
import type { Letters } from './letters'
import { createNoteIn } from './note-create'
import { openStore } from '@/lib/device'
import type { PersonStore } from '@/lib/sync/client/kind'
import { storeChanges } from '@/lib/sync/client/store/store-changes'
import { storeLetters } from './store-letters'

const now = new Date('2026-03-24T12:00:00Z')
const note = {
  id: '0f3b2c6e-8a57-4d57-9a3e-0e2d7a1c5b11',
  conferenceId: 'conference',
  sessionId: 'session',
  notedAt: '2026-03-24T11:59:59.000Z',
}
let store: PersonStore
let kept: Map<string, string>

beforeEach(() => {
  store = openStore('ada', { indexedDB: new IDBFactory(), IDBKeyRange })
  kept = new Map()
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
  vi.stubGlobal('localStorage', localStorage)
  vi.resetModules()
})
afterEach(() => {
  store.dexie.close()
  vi.unstubAllGlobals()
})

/** Another page keeps these and is left. */
async function leave(writer: string, letters: Letters): Promise<void> {
  const page = await import('./letters')
  page.lettersLeft.keep('hallway-ada', writer, letters)
  vi.resetModules()
}

async function storeLeft(): Promise<void> {
  const { lettersLeft } = await import('./letters')
  await storeLetters(store, lettersLeft.left('hallway-ada'), now)
}

/** What is typed on, as a change of the note's document. */
function typedOn(state: Uint8Array, text: string): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const before = Y.encodeStateVector(doc)
  openScreenText(doc, state).edit(text)
  return toBase64(Y.encodeStateAsUpdate(doc, before))
}

it('stores a note that was being made, with all that was typed into it meanwhile', async () => {
  await leave('a/begun', { note, begun: 'Q', text: 'Quokkas' })
  await storeLeft()
  expect([
    (await store.notes.toArray()).map(({ text, notedAt, sessionId }) => ({ text, notedAt, sessionId })),
    (await store.outbox.toArray()).length,
    kept.size,
  ]).toEqual([[{ text: 'Quokkas', notedAt: note.notedAt, sessionId: 'session' }], 1, 0])
})

it('stores what was typed into a note that is there, once', async () => {
  await createNoteIn(store, { ...note, text: 'Q' }, now)
  const letters = { note, update: typedOn(stateOfText('Q'), 'Quokkas') }
  await leave('a/1', letters)
  await leave('a/2', letters)
  await storeLeft()
  await leave('a/begun', { note, begun: 'Q', text: 'Quokkas' })
  await storeLeft()
  expect([(await store.notes.get(note.id))?.text, kept.size]).toEqual(['Quokkas', 0])
})

it('leaves what this page types, what another store is to have, and what is typed since', async () => {
  const { lettersLeft } = await import('./letters')
  lettersLeft.keep('hallway-ada', 'here', { note, begun: '', text: 'here' })
  kept.set('hallway-letters-hallway-ada/torn', '{"page"')
  kept.set('hallway-letters-hallway-guest/1', '{"page":"x"}')
  kept.set('hallway-letters-hallway-ada/since', '{"page":"y","text":"a"}')
  const left = lettersLeft.left('hallway-ada')
  kept.set('hallway-letters-hallway-ada/since', '{"page":"y","text":"ab"}')
  await storeLetters(store, left, now)
  expect([[...kept.keys()].sort(), await store.notes.count()]).toEqual([
    ['hallway-letters-hallway-ada/here', 'hallway-letters-hallway-ada/since', 'hallway-letters-hallway-guest/1'],
    0,
  ])
})

it('stores changes that another page made, each once and in their order, and leaves this page’s to it', async () => {
  const change = (id: string, at: string, rank: string) => ({
    conferenceId: 'conference',
    mutation: { id, at, name: 'setPick', args: { sessionId: 'session', rank } },
  })
  const other = await import('@/lib/sync/client/store/left')
  other.changesLeft.keep('hallway-ada', 'b', { entry: change('b', '2026-03-24T11:59:02.000Z', 'planB') })
  other.changesLeft.keep('hallway-ada', 'a', { entry: change('a', '2026-03-24T11:59:01.000Z', 'first') })
  vi.resetModules()
  kept.set('hallway-changes-hallway-ada/torn', '{"entry":{"mutation":{}}}')
  const { changesLeft } = await import('@/lib/sync/client/store/left')
  changesLeft.keep('hallway-ada', 'here', { entry: change('here', '2026-03-24T11:59:03.000Z', 'hidden') })
  const left = changesLeft.left('hallway-ada')
  await storeChanges(store, left)
  await storeChanges(store, left)
  expect([(await store.outbox.toArray()).map(({ mutation }) => mutation.id), [...kept.keys()]]).toEqual([
    ['a', 'b'],
    ['hallway-changes-hallway-ada/here'],
  ])
})
