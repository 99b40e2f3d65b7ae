import { expect, it } from 'vitest'
import type { BoardRoom, BoardSession } from '../board/board'
import type { SuggestFacts, Wish } from './day-facts'
import { poseProblem } from './pose'

const day = '2027-06-01'
const now = new Date(`${day}T07:00:00Z`)
const room = (id: string, capacity: number | null, rest: Partial<BoardRoom> = {}): BoardRoom => ({
  ...{ id, name: id, zone: null, floor: null, capacity, allowsOverlap: false },
  ...rest,
})
const rooms = [room('hall', 100), room('loft', 20), room('foyer', 500), room('cellar', null)]

function talk(id: string, from: string, to: string, roomId: string, rest: Partial<BoardSession> = {}): BoardSession {
  return {
    ...{ id, slug: id, number: 1, title: id, language: null, kind: 'talk', trackId: null, parentId: null },
    ...{ speakerIds: [], capacity: null, dayOn: day, roomIds: [roomId] },
    startAt: `${day}T${from}:00.000Z`,
    endAt: `${day}T${to}:00.000Z`,
    ...rest,
  }
}

function posed(sessions: BoardSession[], wish: Partial<Wish> = {}, facts: Partial<SuggestFacts> = {}) {
  return poseProblem(
    { sessions, rooms, speakers: [], expected: new Map(), spread: 0.7, pairs: [], ...facts },
    { day, what: 'both', mostMoves: 5, pinned: [], ...wish },
    now,
  )
}

/** Each movable session with where it may be: `hall 09:00`. */
function spotsOf(problem: ReturnType<typeof posed>): Record<string, string[]> {
  return Object.fromEntries(
    (problem?.sessions ?? []).map(({ id, spots }) => [
      id,
      spots.map(({ roomId, start }) => `${roomId} ${new Date(start).toISOString().slice(11, 16)}`),
    ]),
  )
}

const a = talk('a', '09:00', '10:00', 'hall')
const b = talk('b', '10:00', '11:00', 'loft')

it('lets sessions go to rooms and times of one another, where they are first', () => {
  const [both, onlyRooms, onlyTimes] = [
    posed([a, b]),
    posed([a, b], { what: 'rooms' }),
    posed([a, b], { what: 'times' }),
  ]
  expect(spotsOf(both)).toEqual({
    a: ['hall 09:00', 'loft 09:00', 'hall 10:00', 'loft 10:00'],
    b: ['loft 10:00', 'hall 10:00', 'hall 09:00', 'loft 09:00'],
  })
  expect(spotsOf(onlyRooms)).toEqual({ a: ['hall 09:00', 'loft 09:00'], b: ['loft 10:00', 'hall 10:00'] })
  expect(spotsOf(onlyTimes)).toEqual({ a: ['hall 09:00', 'hall 10:00'], b: ['loft 10:00', 'loft 09:00'] })
})

it.each([
  ['what is pinned', [a, b], { pinned: ['a'] }],
  ['a keynote', [{ ...a, kind: 'keynote' as const }, b], {}],
  ['a break', [{ ...a, kind: 'break' as const }, b], {}],
  ['what has begun', [{ ...a, startAt: `${day}T06:30:00.000Z` }, b], {}],
  ['what is in two rooms', [{ ...a, roomIds: ['hall', 'foyer'] }, b], {}],
  ['what is in no room', [{ ...a, roomIds: [] }, b], {}],
  ['what is in a room of unknown size', [{ ...a, roomIds: ['cellar'] }, b], {}],
])('leaves %s where it is', (_, sessions, wish) => {
  expect(spotsOf(posed(sessions, wish))).toEqual({ b: ['loft 10:00'] })
})

it('leaves what clashes already to people', () => {
  const twice = [talk('c', '09:30', '10:30', 'hall'), a, b]
  expect(Object.keys(spotsOf(posed(twice)))).toEqual(['b'])
  const speaker = { speakerIds: ['ann'] }
  expect(Object.keys(spotsOf(posed([{ ...a, ...speaker }, talk('c', '09:00', '10:00', 'loft', speaker), b])))).toEqual([
    'b',
  ])
})

it('takes no room and no speaker from what stays, nor a speaker who is away', () => {
  const c = talk('c', '10:00', '11:00', 'hall', { kind: 'keynote', speakerIds: ['ann'] })
  expect(spotsOf(posed([a, b, c]))).toEqual({
    a: ['hall 09:00', 'loft 09:00', 'loft 10:00'],
    b: ['loft 10:00', 'hall 09:00', 'loft 09:00'],
  })
  expect(spotsOf(posed([{ ...a, speakerIds: ['ann'] }, b, c]))).toEqual({
    a: ['hall 09:00', 'loft 09:00'],
    b: ['loft 10:00', 'hall 09:00', 'loft 09:00'],
  })
  const away = [{ startAt: `${day}T10:30:00Z`, endAt: `${day}T12:00:00Z` }]
  const speakers = [{ id: 'bo', name: 'Bo', away }]
  expect(spotsOf(posed([{ ...a, speakerIds: ['bo'] }, b], {}, { speakers })).a).toEqual(['hall 09:00', 'loft 09:00'])
})

it('keeps lengths, co-located events and workshops among themselves', () => {
  const sessions = [
    a,
    talk('short', '10:00', '10:30', 'loft'),
    talk('part', '12:00', '13:00', 'foyer', { parentId: 'event' }),
    talk('hands', '14:00', '15:00', 'foyer', { kind: 'workshop' }),
  ]
  expect(spotsOf(posed(sessions))).toEqual({
    a: ['hall 09:00', 'loft 09:00'],
    short: ['loft 10:00', 'hall 10:00'],
    part: ['foyer 12:00'],
    hands: ['foyer 14:00'],
  })
})

it('counts in people who is turned away, who must choose and who is told', () => {
  const keynote = talk('k', '10:00', '11:00', 'foyer', { kind: 'keynote' })
  const problem = posed(
    [a, b, keynote],
    { what: 'times' },
    {
      expected: new Map([['a', 200]]),
      spread: 0.01,
      pairs: [
        { one: 'a', other: 'k', people: 9 },
        { one: 'b', other: 'a', people: 7 },
      ],
    },
  )
  const [now, then] = problem?.sessions[0]?.spots ?? []
  expect([now, then].map((spot) => spot && [Math.round(spot.turnedAway), spot.choosing, spot.change])).toEqual([
    [100, 0, 0],
    [100, 9, 11],
  ])
  expect(problem?.pairs).toEqual([{ one: 1, other: 0, people: 7 }])
})

it('is too much beyond what can be solved', () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    talk(`${index}`, `${8 + (index % 12)}:00`.padStart(5, '0'), `${9 + (index % 12)}:00`.padStart(5, '0'), `r${index}`),
  )
  const facts = { rooms: many.map(({ roomIds: [id = ''] }) => room(id, 10)) }
  expect(posed(many, {}, facts)).toBeNull()
  expect(posed(many, { what: 'times' }, facts)?.sessions).toHaveLength(400)
})
