import { describe, expect, it } from 'vitest'
import { isSamePlace, misfitOf, withMoves, type BoardSession, type Move, type Place } from './board'

const nine: Place = {
  dayOn: '2027-06-01',
  startAt: '2027-06-01T09:00:00.000Z',
  endAt: '2027-06-01T10:00:00.000Z',
  roomIds: ['hall'],
}
const ten: Place = { ...nine, startAt: '2027-06-01T10:00:00.000Z', endAt: '2027-06-01T11:00:00.000Z' }
const tray: Place = { dayOn: '2027-06-01', startAt: null, endAt: null, roomIds: [] }

function talk(id: string, place: Place): BoardSession {
  const rest = { language: null, kind: 'talk' as const, trackId: null, parentId: null, speakerIds: ['ann'] }
  return { id, slug: `talk-${id}`, number: 1, title: id, capacity: 80, ...rest, ...place }
}
const moved = (sessionId: string, place: Place, from: Place | null = nine): Move => ({
  ...{ sessionId, place, from, by: 'Ann', at: '2027-05-01T08:00:00.000Z' },
})

it('shows each session where the draft wants it, and what was drawn last', () => {
  const [a, b] = [talk('a', nine), talk('b', tray)]
  const drawn: Move = { ...moved('new', nine, null), created: { title: 'Panel', kind: 'panel' } }
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
    ['is not the only one when the session was moved meanwhile', moved('a', ten), talk('a', tray), 'moved'],
    ['fits when it is of what was drawn', { ...moved('a', ten, null), created: talk('a', ten) }, undefined, null],
  ] as const)('%s', (_, move, session, misfit) => {
    expect(misfitOf(move, session)).toBe(misfit)
  })
})

it('knows a place by its day, its instants however written, and its rooms in their order', () => {
  expect(isSamePlace(nine, { ...nine, startAt: '2027-06-01T11:00:00+02:00' })).toBe(true)
  expect([
    isSamePlace(nine, ten),
    isSamePlace(nine, { ...nine, endAt: null }),
    isSamePlace(nine, { ...nine, dayOn: '2027-06-02' }),
    isSamePlace({ ...nine, roomIds: ['hall', 'loft'] }, { ...nine, roomIds: ['loft', 'hall'] }),
  ]).toEqual([false, false, false, false])
})
