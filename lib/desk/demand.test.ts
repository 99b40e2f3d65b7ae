import { expect, it } from 'vitest'
import { deskSession } from '@/tests/factories/desk'
import { chooseDay, demandOf, demandOpensAt, layOutDemand } from './demand'

const rooms = [
  { id: 'loft', name: 'Loft', capacity: 20 },
  { id: 'hall', name: 'Hall', capacity: 100 },
  { id: 'foyer', name: 'Foyer', capacity: null },
]
const demand = demandOf({ expected: 60, fullProbability: 0.2, state: 'open' }, 55, Math.log(2))

it('has between how many it lies in two of three cases', () => {
  expect(demand).toEqual({ expected: 60, low: 30, high: 120, picks: 55, isLikelyFull: false })
})

it('opens at now while the day goes on, and else where it begins', () => {
  const span = { start: Date.UTC(2027, 5, 1, 9), end: Date.UTC(2027, 5, 1, 18) }
  const opens = (time: string) => new Date(demandOpensAt(span, Date.parse(`${time}:00Z`))).toISOString().slice(11, 16)
  expect(['2027-05-01T12:00', '2027-06-01T09:10', '2027-06-01T14:00', '2027-06-01T18:00'].map(opens)).toEqual([
    '09:00',
    '09:00',
    '13:30',
    '09:00',
  ])
})

it('lays a day out by room, in full hours, what overlaps one below the other; breaks are not in it', () => {
  const sessions = [
    deskSession('a', '09:15', '10:00', { roomIds: ['hall'] }),
    deskSession('b', '09:30', '10:10', { roomIds: ['hall', 'loft'] }),
    deskSession('lunch', '12:00', '13:00', { roomIds: ['foyer'], kind: 'break' }),
    deskSession('tomorrow', '09:00', '10:00', { roomIds: ['foyer'], dayOn: '2027-06-02' }),
  ]
  const laid = layOutDemand(rooms, sessions, new Map([['a', demand]]), '2027-06-01')
  expect(laid && [new Date(laid.span.start).toISOString(), new Date(laid.span.end).toISOString()]).toEqual([
    '2027-06-01T09:00:00.000Z',
    '2027-06-01T11:00:00.000Z',
  ])
  expect(
    laid?.rows.map(({ room, bars, lanes }) => [
      room.name,
      lanes,
      bars.map((bar) => [
        bar.session.title,
        bar.lane,
        bar.demand === 'few' ? bar.demand : (bar.demand?.expected ?? null),
      ]),
    ]),
  ).toEqual([
    ['Loft', 1, [['b', 0, null]]],
    [
      'Hall',
      2,
      [
        ['a', 0, 60],
        ['b', 1, null],
      ],
    ],
  ])
  expect(layOutDemand(rooms, sessions, new Map(), '2027-06-03')).toBeNull()
})

it.each([
  ['the day asked for', '2027-06-02', '2027-06-03', '2027-06-03'],
  ['today', '2027-06-02', undefined, '2027-06-02'],
  ['the next day with sessions', '2027-05-20', undefined, '2027-06-01'],
  ['the last one after the end', '2027-07-01', undefined, '2027-06-03'],
  ['today where what is asked for is none', '2027-06-02', '2027-13-77', '2027-06-02'],
])('shows %s', (_, today, asked, day) => {
  const days = ['2027-06-01', '2027-06-02', '2027-06-03']
  const sessions = [...days].reverse().map((dayOn) => deskSession(dayOn, '09:00', '10:00', { dayOn }))
  expect(chooseDay(sessions, today, asked)).toEqual({ days, day })
})

it('shows no day where there is none', () => {
  expect(chooseDay([], '2027-06-01', undefined)).toEqual({ days: [], day: null })
})
