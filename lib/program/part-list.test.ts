import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { sliceNothing, slicePart } from './agenda-day'
import { listColocatedEvents, listSpeakers, listTracks } from './part-list'
import { isOfPart, partAt, partOf } from './parts'

const agenda = agendaOf(
  [
    talk('frame', { ...at('07:00', '16:00'), kind: 'container', rooms: ['hall'], colocated: 'rust', track: 'code' }),
    talk('one', { ...at('09:00', '10:00'), rooms: ['loft'], speakers: ['zoe', 'emil'], colocated: 'rust' }),
    talk('two', { ...at('10:00', '10:30'), rooms: ['loft'], speakers: ['emil'], colocated: 'rust', track: 'code' }),
    talk('late', { dayOn: '2026-03-25', startAt: undefined, endAt: undefined, colocated: 'rust', track: 'code' }),
    talk('gone', { speakers: ['gone'], status: 'cancelled', colocated: 'early', track: 'web' }),
    talk('lunch', { ...at('06:00'), kind: 'break', colocated: 'early', rooms: ['hall'] }),
  ],
  {
    rooms: [
      { id: 'hall', slug: 'hall', name: 'Hall', capacityKind: 'seats', formerly: ['big-hall', 'loft'] },
      { id: 'loft', slug: 'loft', name: 'Loft', capacityKind: 'seats' },
    ],
    tracks: [
      { id: 'web', slug: 'web', name: 'Web', color: 2 },
      { id: 'code', slug: 'code', name: 'Code', color: 1 },
    ],
    colocatedEvents: [
      { id: 'none', slug: 'none', name: 'No session yet' },
      { id: 'rust', slug: 'rust', name: 'Rust Day', pass: 'All access' },
      { id: 'early', slug: 'early', name: 'Early Day' },
    ],
    speakers: [
      { id: 'zoe', slug: 'zoe', name: 'Zoe', company: 'Acme' },
      { id: 'emil', slug: 'emil', name: 'Émil' },
      { id: 'gone', slug: 'gone', name: 'Gone' },
    ],
  },
)

it('lists who gives a session that stands, by name, accents aside', () => {
  expect(listSpeakers(agenda)).toEqual([
    { slug: 'emil', name: 'Émil', company: undefined, sessions: 2 },
    { slug: 'zoe', name: 'Zoe', company: 'Acme', sessions: 1 },
  ])
})

it('puts names in order from their first letter or digit on, so that those of one letter stand together', () => {
  const names = ['<i>Sol</i>', '“Bo”', 'Ada', 'Sam', '3P', '🦆', 'cy']
  const speakers = names.map((name, index) => ({ id: `s${index}`, slug: `s${index}`, name }))
  const given = agendaOf([talk('one', { speakers: speakers.map(({ id }) => id) })], { speakers })
  expect(listSpeakers(given).map(({ name }) => name)).toEqual(['🦆', '3P', 'Ada', '“Bo”', 'cy', '<i>Sol</i>', 'Sam'])
})

it('lists the tracks that have a session, with their days', () => {
  expect(listTracks(agenda)).toEqual([
    { slug: 'code', name: 'Code', color: 1, sessions: 3, days: ['2026-03-24', '2026-03-25'] },
  ])
})

it('lists co-located events by when they begin: hours of each day, rooms, pass, and how much is given', () => {
  expect(listColocatedEvents(agenda)).toEqual([
    {
      slug: 'early',
      name: 'Early Day',
      pass: undefined,
      sessions: 0,
      days: [{ dayOn: '2026-03-24', startAt: '2026-03-24T06:00:00.000Z', endAt: '2026-03-24T06:00:00.000Z' }],
      rooms: ['Hall'],
    },
    {
      slug: 'rust',
      name: 'Rust Day',
      pass: 'All access',
      sessions: 3,
      days: [
        { dayOn: '2026-03-24', startAt: '2026-03-24T07:00:00.000Z', endAt: '2026-03-24T16:00:00.000Z' },
        { dayOn: '2026-03-25', startAt: undefined, endAt: undefined },
      ],
      rooms: ['Loft'],
    },
    { slug: 'none', name: 'No session yet', pass: undefined, sessions: 0, days: [], rooms: [] },
  ])
})

it('finds a part by its address, by one it had unless another has that now, and by its id', () => {
  expect([
    partAt(agenda, 'room', 'big-hall')?.part.id,
    partAt(agenda, 'room', 'loft')?.part.id,
    partAt(agenda, 'speaker', 'zoe')?.part.id,
    partAt(agenda, 'track', 'zoe'),
    partOf(agenda, 'colocated', 'rust')?.part.name,
  ]).toEqual(['hall', 'loft', 'zoe', null, 'Rust Day'])
})

it.each([
  ['room', 'loft', ['one', 'two']],
  ['speaker', 'zoe', ['one']],
  ['track', 'code', ['frame', 'two', 'late']],
  ['colocated', 'none', []],
] as const)('knows the sessions of the %s %s, and keeps it with them', (kind, id, ids) => {
  const slice = slicePart(agenda, kind, id)
  expect([slice.sessions.map((session) => session.id), partOf(slice, kind, id)?.part.id]).toEqual([ids, id])
  expect(slice.sessions.every((session) => isOfPart(session, kind, id))).toBe(true)
})

it('cuts an agenda down to its conference and days', () => {
  expect(sliceNothing(agenda)).toEqual({ ...agendaOf([]), walks: undefined })
})
