import fc from 'fast-check'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fromBase64, toBase64 } from '@/lib/notes/base64'
import { isConfirmed } from '@/lib/notes/confirmed'
import { mergeText, stateOfText } from '@/lib/notes/merge'
import { openScreenText } from '@/lib/notes/screen-text'
import { openStore } from '@/lib/device'
import type { PullAnswer } from '@/lib/sync/answers'
import type { PersonStore } from '@/lib/sync/client/kind'
import { byOrder, isEntryOf } from '@/lib/sync/client/store/outbox'
import { confirmEdits, notesAgain, sayNoteWhole, writeNote } from './note-store'
import { takeNotes } from './take-notes'

const now = new Date('2026-03-24T12:00:00Z')
const facts = { id: 'n', conferenceId: 'c', sessionId: 's', notedAt: '2026-03-24T11:59:00.000Z' }

let store: PersonStore
beforeEach(() => {
  store = openStore('ada', { indexedDB: new IDBFactory(), IDBKeyRange })
})
afterEach(() => store.dexie.close())

/** Somebody's hand in the note: what they type goes into this store. */
function writer(state = stateOfText('')) {
  const doc = new Y.Doc()
  const screen = openScreenText(doc, state)
  Y.applyUpdate(doc, state)
  const stateNow = () => Y.encodeStateAsUpdate(doc)
  return {
    stateNow,
    type: (text: string) => (screen.edit(text), writeNote(store, facts, stateNow(), now)),
    typeElsewhere: (text: string) => (screen.edit(text), stateNow()),
  }
}

const edits = async () =>
  (await store.outbox.toArray()).sort(byOrder).flatMap((entry) => (isEntryOf(entry, 'editNote') ? entry : []))
/** What a server reads that takes these edits one after the other. */
const heard = async () => {
  const updates = (await edits()).map(({ mutation }) => fromBase64(mutation.args.update))
  return updates.map((_, index) => mergeText(null, updates.slice(0, index + 1))?.text)
}
const markAll = async (mark: { sent: true } | { refused: 'TOO_LARGE' | 'NOT_FOUND' }) =>
  store.outbox.toCollection().modify(mark)
const text = async () => (await store.notes.get('n'))?.text

describe('what is typed', () => {
  it('goes in one piece while it grows here, and in its own once the one before is on its way', async () => {
    const { type } = writer()
    for (const typed of ['O', 'One', 'One two']) await type(typed)
    expect([await text(), await heard()]).toEqual(['One two', ['One two']])
    await markAll({ sent: true })
    await type('One two three')
    await type('One two three four')
    expect([await text(), await heard()]).toEqual(['One two three four', ['One two', 'One two three four']])
  })

  it('is heard of before words of it go, so that they can be read in its history', async () => {
    const { type } = writer()
    await type('Call Ann today')
    await type('Call')
    await type('Call Bo')
    expect([await text(), await heard()]).toEqual(['Call Bo', ['Call Ann today', 'Call Bo']])
  })

  it('is said once, though it is stored twice, and whole where the browser lost what was before', async () => {
    const { type, stateNow } = writer()
    const row = await type('One')
    expect([await writeNote(store, facts, stateNow(), new Date('2027-01-01')), (await edits()).length]).toEqual([
      row,
      1,
    ])
    await Promise.all([store.notes.clear(), store.outbox.clear()])
    await type('One two')
    expect([await text(), await heard()]).toEqual(['One two', ['One two']])
  })

  it('goes whole in place of what was refused, and takes the refused with it', async () => {
    const { type } = writer()
    await type('Far too long')
    await markAll({ refused: 'TOO_LARGE' })
    await type('Short')
    expect([await heard(), (await edits()).map(({ refused }) => refused)]).toEqual([['Short'], [undefined]])
  })

  it('changes neither note nor outbox where it is no text', async () => {
    await writer().type('One')
    const before = [await store.notes.toArray(), await store.outbox.toArray()]
    await expect(writeNote(store, facts, new Uint8Array([9, 9, 9]), now)).rejects.toThrow('No update of Yjs.')
    expect([await store.notes.toArray(), await store.outbox.toArray()]).toEqual(before)
  })

  it('comes to a server whole, whatever is typed, sent and lost meanwhile', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
      fc.constantFrom('sent' as const, 'cleared' as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        await Promise.all([store.notes.clear(), store.outbox.clear()])
        const { type } = writer()
        let last = ''
        for (const each of steps)
          if (each === 'sent') await markAll({ sent: true })
          else if (each === 'cleared') await store.notes.clear()
          else {
            await type((last = each))
            expect(await text()).toBe(last)
          }
        expect((await heard()).at(-1) ?? '').toBe(last)
      }),
      { numRuns: 25 },
    )
  })
})

describe('a note that was refused', () => {
  it('is said anew whole, where the first of it stood, only if something was typed since', async () => {
    const { type } = writer()
    await type('One')
    await markAll({ refused: 'NOT_FOUND' })
    expect(await sayNoteWhole(store, 'n', { onlyIfChangedSince: true })).toBe(false)
    const [first] = await edits()
    expect([await sayNoteWhole(store, 'n'), await heard()]).toEqual([true, ['One']])
    expect((await edits()).map(({ order, refused }) => [order, refused])).toEqual([[first?.order, undefined]])
    expect(await sayNoteWhole(store, 'another')).toBe(false)
  })

  it('is said from what was typed where its row is gone', async () => {
    const { type } = writer()
    await type('One')
    await markAll({ sent: true })
    await type('One two')
    await store.notes.clear()
    expect([await sayNoteWhole(store, 'n', { isLacking: true }), await heard(), await text()]).toEqual([
      true,
      ['One two'],
      'One two',
    ])
  })
})

it('knows what the server took in, and of nothing that it did not', async () => {
  const { type } = writer()
  await type('One')
  const [entry] = await edits()
  if (!entry) throw new Error('No edit')
  await confirmEdits(store, [{ ...entry, refused: 'TOO_LARGE' }])
  expect((await store.notes.get('n'))?.confirmed).toBeUndefined()
  await confirmEdits(store, [{ ...entry, doneBy: 3 }])
  const confirmed = (await store.notes.get('n'))?.confirmed
  const { state } = await type('One two')
  expect([isConfirmed(confirmed, fromBase64(entry.mutation.args.update)), isConfirmed(confirmed, state)]).toEqual([
    true,
    false,
  ])
})

type Pulled = PullAnswer['notes'][number]
const pulled = (state: Uint8Array, given: Partial<Pulled> = {}): Pulled => ({
  ...facts,
  groupId: null,
  place: null,
  state: toBase64(state),
  updatedAt: '2026-03-24T12:30:00.000Z',
  deletedAt: null,
  isGone: false,
  ...given,
})
const take = async (notes: Pulled[], isAll = false) =>
  store.dexie.transaction('rw', store.notes, store.outbox, async () => {
    const answer = { revision: 1, notes, photos: [], picks: [], blocks: [], attendances: [], seen: [], isAll }
    await takeNotes(store, answer, await store.outbox.toArray(), now)
  })
const rows = async () => (await store.notes.toArray()).map(({ id, text: words, deletedAt }) => [id, words, deletedAt])
const isServers = async () => {
  const row = await store.notes.get('n')
  return row !== undefined && isConfirmed(row.confirmed, row.state)
}

describe('what a server tells of a note', () => {
  it('is taken in, and nothing is said of it again', async () => {
    await take([pulled(stateOfText('One'))])
    await take([pulled(stateOfText('One'))])
    expect([await rows(), await edits(), await isServers()]).toEqual([[['n', 'One', undefined]], [], true])
  })

  it('is merged with what was typed here meanwhile, which stays on its way', async () => {
    await take([pulled(stateOfText('One'))])
    await writer((await store.notes.get('n'))?.state).type('One here')
    await take([pulled(writer(stateOfText('One')).typeElsewhere('There. One'))])
    expect([await text(), (await edits()).length, await isServers()]).toEqual(['There. One here', 1, false])
  })

  it('brings up again what it lacks, and only that', async () => {
    await writer(stateOfText('One')).type('One two')
    await store.outbox.clear()
    await take([pulled(stateOfText('One'))])
    const [said] = await edits()
    const read = said && mergeText(stateOfText('One'), [fromBase64(said.mutation.args.update)])
    expect([await text(), read?.text, (await edits()).length]).toEqual(['One two', 'One two', 1])
    await take([pulled(stateOfText('One'))])
    expect((await edits()).length).toBe(1)
  })

  it('takes a note away that it had whole, and none with words that it has not', async () => {
    await take([pulled(stateOfText('One'))])
    await take([pulled(new Uint8Array(), { state: '', isGone: true })])
    expect(await rows()).toEqual([])
    await take([pulled(stateOfText('One'))])
    await writer(stateOfText('One')).type('One two')
    await take([pulled(new Uint8Array(), { state: '', isGone: true })])
    expect([await rows(), (await store.notes.get('n'))?.confirmed]).toEqual([[['n', 'One two', undefined]], undefined])
  })

  it('brings nothing back that was deleted, here or there', async () => {
    await writer(stateOfText('One')).type('One two')
    await store.outbox.clear()
    await take([pulled(stateOfText('One'), { deletedAt: now.toISOString() })])
    expect([await rows(), await edits()]).toEqual([[['n', 'One two', now.toISOString()]], []])
    await store.outbox.add({
      conferenceId: 'c',
      mutation: { id: 'm', at: now.toISOString(), name: 'deleteNote', args: { id: 'n' } },
    })
    await take([pulled(stateOfText('One'))])
    expect(await edits()).toEqual([])
  })

  it('says a note whole that it was to tell of and does not, where it tells all', async () => {
    await take([pulled(stateOfText('One'))])
    await take([], true)
    expect([await heard(), await isServers()]).toEqual([['One'], false])
  })
})

it('says again to a server that was put back what it lacks, and a deleted note as deleted', async () => {
  await take([pulled(stateOfText('One')), pulled(stateOfText('Bin'), { id: 'bin', deletedAt: now.toISOString() })])
  const held = await store.notes.toArray()
  const said = (...told: Pulled[]) =>
    notesAgain(held, told, [], now).map(({ mutation }) => [mutation.name, mutation.args.id])
  const bin = pulled(stateOfText('Bin'), { id: 'bin', deletedAt: now.toISOString() })
  expect([
    said(pulled(stateOfText('One')), bin),
    said(),
    said(pulled(stateOfText('')), bin),
    said(pulled(stateOfText('One'), { isGone: true, state: '' }), bin),
  ]).toEqual([
    [],
    [
      ['editNote', 'bin'],
      ['deleteNote', 'bin'],
      ['editNote', 'n'],
    ],
    [['editNote', 'n']],
    [],
  ])
})
