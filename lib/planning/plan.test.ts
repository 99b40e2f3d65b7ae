import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { placeBlocks } from './blocks'
import { hasToCome, planDays } from './plan'

const [rust, go, late] = [
  talk('rust', at('09:00', '10:00')),
  talk('go', at('09:30')),
  talk('late', at('17:00', '18:00')),
]
const unknown = talk('unknown', { startAt: undefined, endAt: undefined })
const tomorrow = talk('tomorrow', {
  dayOn: '2026-03-25',
  startAt: '2026-03-25T09:00:00.000Z',
  endAt: '2026-03-25T10:00:00.000Z',
  status: 'cancelled',
})
const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)

it('lays picks and blocks out by day and time, those without a time apart', () => {
  const picks = new Map([
    ['late', 'first'],
    ['rust', 'first'],
    ['go', 'planB'],
    ['unknown', 'first'],
    ['tomorrow', 'first'],
  ] as const)
  const placed = placeBlocks(
    [
      {
        id: 'b',
        conferenceId: 'c',
        title: 'Podcast',
        startAt: '2026-03-24T14:30:00.000Z',
        endAt: '2026-03-24T15:00:00.000Z',
        daily: false,
      },
    ],
    [],
    'Europe/Paris',
  )
  expect(planDays(agendaOf([rust, go, late, unknown, tomorrow]), picks, placed)).toEqual([
    {
      day: '2026-03-24',
      entries: [
        { session: rust, rank: 'first', start: ms('09:00'), end: ms('10:00') },
        { session: go, rank: 'planB', start: ms('09:30'), end: ms('10:00') },
        { placed: placed[0], start: ms('14:30'), end: ms('15:00') },
        { session: late, rank: 'first', start: ms('17:00'), end: ms('18:00') },
      ],
      untimed: [{ session: unknown, rank: 'first' }],
    },
    {
      day: '2026-03-25',
      entries: [
        {
          session: tomorrow,
          rank: 'first',
          start: Date.parse('2026-03-25T09:00:00Z'),
          end: Date.parse('2026-03-25T10:00:00Z'),
        },
      ],
      untimed: [],
    },
  ])
})

it('leaves out what is hidden and what nobody picked, and keeps the days, also one on which only a block is', () => {
  const placed = placeBlocks(
    [
      {
        id: 'b',
        conferenceId: 'c',
        title: 'Train',
        startAt: '2026-03-23T16:00:00.000Z',
        endAt: '2026-03-23T18:00:00.000Z',
        daily: false,
      },
    ],
    [],
    'Europe/Paris',
  )
  expect(
    planDays(agendaOf([rust, go]), new Map([['rust', 'hidden']] as const), placed).map(({ day, entries }) => [
      day,
      entries.length,
    ]),
  ).toEqual([
    ['2026-03-23', 1],
    ['2026-03-24', 0],
    ['2026-03-25', 0],
  ])
})

it('keeps what crosses midnight on the day on which it begins', () => {
  const party = talk('party', { startAt: '2026-03-24T21:00:00.000Z', endAt: '2026-03-25T01:00:00.000Z' })
  const [first, second] = planDays(agendaOf([party]), new Map([['party', 'first']] as const), [])
  expect([first?.entries, second?.entries]).toEqual([
    [
      {
        session: party,
        rank: 'first',
        start: Date.parse('2026-03-24T21:00:00Z'),
        end: Date.parse('2026-03-25T01:00:00Z'),
      },
    ],
    [],
  ])
})

it.each([
  ['what is on', go, 'planB', '09:45', true],
  ['what has no time yet', unknown, 'first', '23:00', true],
  ['what is over', rust, 'first', '10:00', false],
  ['what was cancelled', tomorrow, 'first', '09:00', false],
  ['what was hidden', late, 'hidden', '09:00', false],
] as const)('knows whether there is more to come of %s', (_, session, rank, time, expected) => {
  expect(hasToCome(agendaOf([session]), new Map([[session.id, rank]]), new Date(ms(time)))).toBe(expected)
})
