import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { PulledPhoto } from '@/lib/notes/pictures/pulled-photo'
import { countHere, nextUpload, shownByNote, shownPhotos, takePulledPhotos, type PhotoRow } from './photo-rows'

const [noteId, conferenceId] = [randomUUID(), randomUUID()]
const facts = { mediaType: 'image/webp', width: 2048, height: 1536 } as const
const blob = new Blob(['picture'], { type: 'image/webp' })
const thumbnail = new Blob(['small'], { type: 'image/jpeg' })
const taken = (minute: number) => `2026-03-24T14:0${minute}:00.000Z`
const row = (id: string, change: Partial<PhotoRow> = {}): PhotoRow => ({
  id,
  noteId,
  conferenceId,
  mine: true,
  ...facts,
  bytes: 300_000,
  uploaded: false,
  takenAt: taken(0),
  blob,
  thumbnail,
  ...change,
})

let order = 0
const at = taken(5)
type Change = Partial<Omit<OutboxEntry, 'mutation'>>
const set = (id: string, args: { caption?: string; noteId?: string } = {}, change: Change = {}): OutboxEntry => ({
  order: ++order,
  conferenceId,
  mutation: { id: randomUUID(), at, name: 'setPhoto', args: { id, noteId, takenAt: taken(0), ...facts, ...args } },
  ...change,
})
const drop = (id: string, change: Change = {}): OutboxEntry => ({
  order: ++order,
  conferenceId,
  mutation: { id: randomUUID(), at, name: 'deletePhoto', args: { id } },
  ...change,
})

const pulled = (id: string, change: Partial<PulledPhoto> = {}): PulledPhoto => ({
  id,
  noteId,
  conferenceId,
  mine: true,
  ...facts,
  bytes: 300_000,
  uploaded: false,
  takenAt: taken(0),
  caption: null,
  deletedAt: null,
  ...change,
})

describe('what is shown', () => {
  it('is found by note for many notes at once, the same as for each of them', () => {
    const other = randomUUID()
    const rows = [
      row('c', { takenAt: taken(3) }),
      row('a'),
      row('moved', { takenAt: taken(1) }),
      row('gone'),
      row('elsewhere', { noteId: other, deletedAt: at }),
    ]
    const entries = [set('moved', { noteId: other }), drop('gone')]
    const byNote = shownByNote(rows, entries)
    expect([...byNote.keys()].sort()).toEqual([noteId, other].sort())
    for (const id of [noteId, other]) expect(byNote.get(id)).toEqual(shownPhotos(rows, entries, id))
    expect(byNote.get(noteId)?.map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('is what is known with the outbox laid over it, in the order of taking', () => {
    const rows = [
      row('c', { takenAt: taken(3), uploaded: true }),
      row('a', { caption: 'old' }),
      row('b', { takenAt: taken(1) }),
      row('gone', { deletedAt: at }),
      row('elsewhere', { noteId: randomUUID() }),
    ]
    const entries = [
      set('a', { caption: 'new' }),
      set('b'),
      drop('b'),
      drop('c'),
      set('c', { caption: 'back' }, { doneBy: 7 }),
    ]
    expect(shownPhotos(rows, entries, noteId).map(({ id, caption, state }) => ({ id, caption, state }))).toEqual([
      { id: 'a', caption: 'new', state: 'here' },
      { id: 'c', caption: 'back', state: 'server' },
    ])
  })

  it('names what the server refused, and why', () => {
    const rows = [row('a', { refused: 'noRoomLeft' }), row('b', { uploaded: true }), row('c')]
    const entries = [set('c', {}, { refused: 'NOT_FOUND' }), drop('b', { refused: 'INVALID' })]
    expect(shownPhotos(rows, entries, noteId).map(({ id, state, why }) => ({ id, state, why }))).toEqual([
      { id: 'a', state: 'refused', why: 'noRoomLeft' },
      { id: 'b', state: 'refused', why: 'INVALID' },
      { id: 'c', state: 'refused', why: 'NOT_FOUND' },
    ])
  })
})

describe('what is sent next', () => {
  it('is the oldest picture of this device that the server knows of and has not', () => {
    const rows = [
      row('late', { takenAt: taken(2) }),
      row('first'),
      row('sent', { uploaded: true }),
      row('empty', { blob: undefined }),
      row('theirs', { mine: false }),
      row('refused', { refused: 'tooLarge' }),
    ]
    expect([
      nextUpload(rows, [set('first')])?.id,
      nextUpload(rows, [set('first', {}, { doneBy: 3 })])?.id,
      nextUpload(rows, [])?.id,
      nextUpload([], []),
    ]).toEqual(['late', 'first', 'first', undefined])
  })

  it('is none that was deleted, or has no place', () => {
    const rows = [row('deleted'), row('refused'), row('told', { deletedAt: at })]
    const entries = [drop('deleted', { doneBy: 3 }), set('refused', {}, { refused: 'NOT_FOUND' })]
    expect([nextUpload(rows, entries), countHere(rows, entries)]).toEqual([undefined, 1])
  })
})

describe('what a pull brings', () => {
  const soon = Date.parse(at)

  it('leaves the picture where it is and takes the rest as told', () => {
    expect(
      takePulledPhotos(
        [row('a', { caption: 'old', refused: 'NOT_FOUND' })],
        [pulled('a', { caption: 'new', bytes: 299_000 }), pulled('b', { mine: false, uploaded: true })],
        soon,
      ),
    ).toEqual({
      put: [
        row('a', { caption: 'new', bytes: 299_000, refused: 'NOT_FOUND' }),
        { id: 'b', noteId, conferenceId, mine: false, ...facts, bytes: 300_000, uploaded: true, takenAt: taken(0) },
      ],
      remove: [],
    })
  })

  it('keeps a deleted photo for a day, so that it can be brought back, and begins none', () => {
    expect(
      takePulledPhotos(
        [row('a')],
        [pulled('a', { noteId: null, conferenceId: null, deletedAt: at }), pulled('never', { deletedAt: at })],
        soon,
      ),
    ).toEqual({ put: [row('a', { deletedAt: at })], remove: [] })
    const rows = [row('a', { deletedAt: at }), row('b')]
    expect([
      takePulledPhotos(rows, [], soon + 86_400_000).remove,
      takePulledPhotos(rows, [], soon + 86_400_001).remove,
    ]).toEqual([[], ['a']])
  })

  it('takes away what others no longer share', () => {
    expect(
      takePulledPhotos(
        [row('a', { mine: false }), row('b', { mine: false }), row('c')],
        [pulled('b', { mine: false })],
        soon,
      ).remove,
    ).toEqual(['a'])
  })

  it('makes a photo sendable again that the server no longer has', () => {
    expect(nextUpload(takePulledPhotos([row('a', { uploaded: true })], [pulled('a')], soon).put, [])?.id).toBe('a')
  })
})

describe('what is nowhere but here', () => {
  it('are pictures of one’s own that the server has not, and that were not deleted', () => {
    const rows = [
      row('here'),
      row('sent', { uploaded: true }),
      row('of another', { mine: false }),
      row('on another device', { blob: undefined }),
      row('deleted here'),
      row('deleted before', { deletedAt: taken(1) }),
      row('refused', { refused: 'BROKEN' }),
    ]
    expect(countHere(rows, [drop('deleted here')])).toBe(2)
    expect(countHere(rows, [drop('deleted here'), set('deleted here')])).toBe(3)
  })

  it('are sent in the order in which they were taken', () => {
    const rows = [row('b', { takenAt: taken(2) }), row('a', { takenAt: taken(1) }), row('c', { takenAt: taken(3) })]
    const next = (without: string[]) =>
      nextUpload(
        rows.filter(({ id }) => !without.includes(id)),
        [],
      )?.id
    expect([next([]), next(['a']), next(['a', 'b']), next(['a', 'b', 'c'])]).toEqual(['a', 'b', 'c', undefined])
  })
})

it('shows photos of one instant in one order on every device', () => {
  const rows = ['c', 'a', 'b'].map((id) => row(id))
  expect([rows, rows.toReversed()].map((all) => shownPhotos(all, [], noteId).map(({ id }) => id))).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ])
  expect(
    shownPhotos([...rows, row('other', { noteId: randomUUID() })], [drop('b')], noteId).map(({ id }) => id),
  ).toEqual(['a', 'c'])
})

it('keeps a caption that a change does not speak of, and drops one that it empties', () => {
  const rows = [row('a', { caption: 'A slide' })]
  const captions = (args: { caption?: string }) => shownPhotos(rows, [set('a', args)], noteId)[0]?.caption
  expect([captions({}), captions({ caption: 'Another' }), captions({ caption: '' })]).toEqual([
    'A slide',
    'Another',
    undefined,
  ])
})

it('takes of a pull nothing that has no place, and no word of a refusal once the server has the picture', () => {
  const nowhere = pulled('new', { noteId: null, conferenceId: null })
  const half = pulled('half', { noteId: null })
  expect(takePulledPhotos([], [nowhere, half], 0)).toEqual({ put: [], remove: [] })
  const refused = row('a', { refused: 'BROKEN', caption: 'Old' })
  const [still] = takePulledPhotos([refused], [pulled('a')], 0).put
  const [taken_] = takePulledPhotos([refused], [pulled('a', { uploaded: true, caption: 'New' })], 0).put
  const [gone] = takePulledPhotos([refused], [pulled('a', { noteId: null, conferenceId: null })], 0).put
  expect([still, taken_, gone].map((one) => [one?.refused, one?.caption, one?.noteId, one?.blob === blob])).toEqual([
    ['BROKEN', undefined, noteId, true],
    [undefined, 'New', noteId, true],
    ['BROKEN', undefined, noteId, true],
  ])
})
