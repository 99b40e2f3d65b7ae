import { describe, expect, it } from 'vitest'
import {
  capacityOf,
  isSamePlace,
  misfitOf,
  withMoves,
  type BoardSession,
  type BoardMove,
  type BoardPlace,
} from './board'

const nine: BoardPlace = {
  dayOn: '2027-06-01',
  startAt: '2027-06-01T09:00:00.000Z',
  endAt: '2027-06-01T10:00:00.000Z',
  roomIds: ['hall'],
}
const ten: BoardPlace = { ...nine, startAt: '2027-06-01T10:00:00.000Z', endAt: '2027-06-01T11:00:00.000Z' }
const tray: BoardPlace = { dayOn: '2027-06-01', startAt: null, endAt: null, roomIds: [] }

function talk(id: string, place: BoardPlace): BoardSession {
  const rest = { language: null, kind: 'talk' as const, trackId: null, parentId: null, speakerIds: ['ann'] }
  return { id, slug: `talk-${id}`, number: 1, title: id, capacity: 80, ...rest, ...place }
}
const moved = (sessionId: string, place: BoardPlace, from: BoardPlace | null = nine): BoardMove => ({
  ...{ sessionId, title: sessionId, place, from, userId: 'ann', by: 'Ann', at: '2027-05-01T08:00:00.000Z' },
})

it('shows each session where the draft wants it, and what was drawn last', () => {
  const [a, b] = [talk('a', nine), talk('b', tray)]
  const drawn: BoardMove = { ...moved('new', nine, null), created: { title: 'Panel', kind: 'panel' } }
  expect(withMoves([a, b], [drawn, moved('b', ten, tray), moved('gone', ten)])).toEqual([
    a,
    talk('b', ten),
    {
      ...{ id: 'new', slug: '', number: 0, title: 'Panel', kind: 'panel', language: null, trackId: null },
      ...{ parentId: null, speakerIds: [], capacity: null },
      ...nine,
    },
  ])
})

describe('a move', () => {
  it.each([
    ['fits while the session is where it was', moved('a', ten), talk('a', nine), null],
    ['is of no use when the session is gone', moved('a', ten), undefined, 'gone'],
    ['fits when the session was moved to where it is wanted', moved('a', ten), talk('a', ten), null],
    ['is not the only one when the session was moved meanwhile', moved('a', ten), talk('a', tray), 'moved'],
    ['fits when it is of what was drawn', { ...moved('a', ten, null), created: talk('a', ten) }, undefined, null],
  ] as const)('%s', (_, move, session, misfit) => {
    expect(misfitOf(move, session)).toBe(misfit)
  })
})

it('knows a place by its day, its instants however written, and its rooms in any order', () => {
  const both = { ...nine, roomIds: ['hall', 'loft'] }
  expect([
    isSamePlace(nine, { ...nine, startAt: '2027-06-01T11:00:00+02:00' }),
    isSamePlace(both, { ...nine, roomIds: ['loft', 'hall'] }),
  ]).toEqual([true, true])
  expect([
    isSamePlace(nine, ten),
    isSamePlace(nine, { ...nine, endAt: null }),
    isSamePlace(nine, { ...nine, dayOn: '2027-06-02' }),
    isSamePlace(both, nine),
    isSamePlace(nine, both),
  ]).toEqual([false, false, false, false, false])
})

it('has a session take as many as it says itself, else what its rooms hold together', () => {
  const rooms = new Map([
    ['hall', { capacity: 300 }],
    ['loft', { capacity: 60 }],
  ])
  const of = (capacity: number | null, roomIds: string[]) => capacityOf({ capacity, roomIds }, rooms)
  expect([of(80, ['hall']), of(null, ['hall']), of(null, ['attic']), of(null, [])]).toEqual([80, 300, null, null])
  expect([of(80, ['hall', 'loft']), of(null, ['hall', 'loft']), of(null, ['hall', 'attic'])]).toEqual([80, 360, null])
})
