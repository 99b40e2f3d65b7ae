import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '@/lib/device'
import { fromBase64 } from '@/lib/notes/base64'
import { stateOfText } from '@/lib/notes/merge'
import { createNoteIn } from '@/lib/notes/device/note-create'
import { writeNote } from '@/lib/notes/device/note-store'
import { mergeText } from '@/lib/notes/merge'
import type { PersonStore } from '../kind'
import { byOrder, type OutboxEntry } from './outbox'
import { letGoOfRefused, sayInstead, tryAgain } from './refused'

const now = new Date('2026-03-24T12:00:00Z')
let store: PersonStore
beforeEach(() => {
  store = openStore('ada', { indexedDB: new IDBFactory(), IDBKeyRange })
})
afterEach(() => store.dexie.close())

let made = 0
async function pick(sessionId: string, given: Partial<OutboxEntry> = {}): Promise<OutboxEntry> {
  const mutation = { id: `m${++made}`, at: now.toISOString(), name: 'setPick' as const }
  const order = await store.outbox.add({
    conferenceId: 'c',
    mutation: { ...mutation, args: { sessionId, rank: 'first' } },
    ...given,
  })
  const entry = await store.outbox.get(order)
  if (!entry) throw new Error('It is not there')
  return entry
}
const refused = (sessionId: string) => pick(sessionId, { refused: 'FORBIDDEN', sent: true, tries: 3 })

const outbox = async () =>
  (await store.outbox.toArray()).sort(byOrder).map(({ mutation: { args }, refused: why, sent, tries }) => {
    const what = 'sessionId' in args ? args.sessionId : undefined
    return { what, ...(why && { why }), ...(sent && { sent }), ...(tries && { tries }) }
  })

describe('trying again', () => {
  it('sends what was refused as something new, where it stood', async () => {
    await pick('before')
    const entry = await refused('again')
    await pick('after')
    await tryAgain(store, [entry])
    expect(await outbox()).toEqual([{ what: 'before' }, { what: 'again' }, { what: 'after' }])
    expect((await store.outbox.get(entry.order))?.mutation.id).not.toBe(entry.mutation.id)
  })

  it('takes all of several, the first made first, whatever the screen lists first', async () => {
    const entries = [await refused('a'), await refused('b'), await refused('c')]
    await tryAgain(store, [...entries].reverse())
    expect(await outbox()).toEqual([{ what: 'a' }, { what: 'b' }, { what: 'c' }])
  })

  it('leaves alone what another tab sent, or changed, meanwhile', async () => {
    const [sent, gone] = [await refused('sent'), await refused('gone')]
    await tryAgain(store, [sent])
    const waits = await store.outbox.get(sent.order)
    await store.outbox.delete(gone.order)
    await tryAgain(store, [sent, gone])
    expect(await store.outbox.toArray()).toEqual([waits])
  })

  it('sends a note as it is now, once, though several of its edits were refused', async () => {
    const id = await createNoteIn(store, { conferenceId: 'c', text: 'One' }, now)
    await store.outbox.toCollection().modify({ sent: true })
    const state = stateOfText('Two')
    await writeNote(store, { id, conferenceId: 'c', notedAt: now.toISOString() }, state, now)
    await store.outbox.toCollection().modify({ refused: 'NOT_FOUND' })
    const text = (await store.notes.get(id))?.text
    await tryAgain(store, await store.outbox.toArray())
    const said = (await store.outbox.toArray()).map(({ mutation, refused: why }) => [
      mutation.name === 'editNote' && mergeText(null, [fromBase64(mutation.args.update)])?.text,
      why,
    ])
    expect(said).toEqual([[text, undefined]])
  })
})

describe('letting go', () => {
  it('takes the refused change, and no other', async () => {
    await pick('before')
    const entry = await refused('let go')
    await refused('kept')
    await letGoOfRefused(store, entry)
    expect(await outbox()).toEqual([{ what: 'before' }, { what: 'kept', why: 'FORBIDDEN', sent: true, tries: 3 }])
  })

  it('takes nothing that is on its way again, though it has the same number', async () => {
    const entry = await refused('again')
    await tryAgain(store, [entry])
    await letGoOfRefused(store, entry)
    expect(await outbox()).toEqual([{ what: 'again' }])
    // Nor when that was refused in its turn: what a screen shows of the first says nothing of the second.
    await store.outbox.update(entry.order, { refused: 'FORBIDDEN' })
    await letGoOfRefused(store, entry)
    expect(await outbox()).toEqual([{ what: 'again', why: 'FORBIDDEN' }])
  })

  it('takes all that only this device has of a note, and asks the server for the rest', async () => {
    const [id, other] = [
      await createNoteIn(store, { conferenceId: 'c', text: 'Refused' }, now),
      await createNoteIn(store, { conferenceId: 'c', text: 'Kept' }, now),
    ]
    await store.progress.put({ key: 'progress', cursor: 9, device: 'd' })
    const [entry] = await store.outbox.where('mutation.args.id').equals(id).toArray()
    if (!entry) throw new Error('No edit')
    await store.outbox.update(entry.order, { refused: 'NOT_FOUND' })
    await letGoOfRefused(store, entry)
    expect([
      (await store.notes.toArray()).map((note) => note.id),
      (await store.outbox.toArray()).map(({ mutation: { args } }) => 'id' in args && args.id),
      await store.progress.get('progress'),
    ]).toEqual([[other], [other], { key: 'progress', cursor: 0, device: 'd' }])
  })
})

describe('saying something else', () => {
  const instead = (entry: OutboxEntry) =>
    sayInstead(store, entry, { id: '', at: now.toISOString(), name: 'dropPick', args: { sessionId: 'instead' } })

  it('puts it where the refused one stood', async () => {
    const entry = await refused('refused')
    await pick('after')
    await instead(entry)
    expect(await outbox()).toEqual([{ what: 'instead' }, { what: 'after' }])
  })

  it.each<[string, (entry: OutboxEntry) => Promise<unknown>, string[]]>([
    ['let go', (entry) => store.outbox.delete(entry.order), ['after', 'instead']],
    ['on its way again', (entry) => tryAgain(store, [entry]), ['refused', 'after', 'instead']],
    ['done', (entry) => store.outbox.update(entry.order, { refused: undefined }), ['refused', 'after', 'instead']],
  ])('puts it last where that is %s by then', async (_, meanwhile, expected) => {
    const entry = await refused('refused')
    await pick('after')
    await meanwhile(entry)
    await instead(entry)
    expect((await outbox()).map(({ what }) => what)).toEqual(expected)
  })
})
