import { describe, expect, it } from 'vitest'
import type { Agenda, AgendaSession } from './agenda'
import { dayToShow, sessionsBeside, sliceDay, sliceSession, slotsOf } from './agenda-day'

const base = { kind: 'talk', status: 'confirmed', rooms: [], speakers: [] } as const
const keynote: AgendaSession = {
  ...base,
  id: 'a',
  number: 1,
  slug: '1-a',
  title: 'A',
  dayOn: '2026-03-24',
  startAt: '2026-03-24T08:00:00.000Z',
  rooms: ['r1'],
  speakers: ['s1'],
  track: 't1',
}
const talk: AgendaSession = {
  ...base,
  id: 'b',
  number: 2,
  slug: '2-b',
  title: 'B',
  dayOn: '2026-03-24',
  startAt: '2026-03-24T09:00:00.000Z',
  rooms: ['r2'],
  speakers: [],
}
const later: AgendaSession = {
  ...base,
  id: 'c',
  number: 3,
  slug: '3-c',
  title: 'C',
  dayOn: '2026-03-24',
  rooms: [],
  speakers: [],
}
const nextDay: AgendaSession = {
  ...base,
  id: 'd',
  number: 4,
  slug: '4-d',
  title: 'D',
  dayOn: '2026-03-25',
  startAt: '2026-03-25T09:00:00.000Z',
  rooms: ['r1'],
  speakers: ['s2'],
}

const agenda: Agenda = {
  conference: {
    id: 'x',
    slug: 'x',
    name: 'X',
    timeZone: 'Europe/Paris',
    language: 'en',
    visibility: 'public',
    version: 3,
  },
  days: ['2026-03-24', '2026-03-25'],
  rooms: [
    { id: 'r1', slug: 'one', name: 'One', capacityKind: 'seats' },
    { id: 'r2', slug: 'two', name: 'Two', capacityKind: 'seats' },
  ],
  tracks: [{ id: 't1', slug: 't', name: 'T', color: 1 }],
  colocatedEvents: [],
  speakers: [
    { id: 's1', slug: 'ann', name: 'Ann' },
    { id: 's2', slug: 'bo', name: 'Bo' },
  ],
  sessions: [keynote, talk, later, nextDay],
}

describe('sliceDay', () => {
  it('keeps the sessions of one day, what they name, and every day; speakers by short ids of its own', () => {
    expect(sliceDay(agenda, '2026-03-25')).toEqual({
      ...agenda,
      rooms: [agenda.rooms[0]],
      tracks: [],
      speakers: [{ ...agenda.speakers[1], id: '0' }],
      sessions: [{ ...nextDay, speakers: ['0'] }],
    })
  })
})

describe('sliceSession', () => {
  it('keeps one session and what it names', () => {
    expect(sliceSession(agenda, 'a')).toEqual({
      ...agenda,
      rooms: [agenda.rooms[0]],
      speakers: [agenda.speakers[0]],
      sessions: [keynote],
    })
  })
})

describe('slotsOf', () => {
  it('groups by start, with those to be announced at the end', () => {
    expect(slotsOf([later, talk, keynote])).toEqual([
      { startAt: keynote.startAt, sessions: [keynote] },
      { startAt: talk.startAt, sessions: [talk] },
      { startAt: null, sessions: [later] },
    ])
  })
})

describe('dayToShow', () => {
  it.each([
    ['before the first day, the first', '2026-03-01', '2026-03-24'],
    ['on a day, that day', '2026-03-25', '2026-03-25'],
    ['after the last day, the first', '2026-04-01', '2026-03-24'],
  ])('shows %s', (_, today, expected) => {
    expect(dayToShow(agenda.days, today)).toBe(expected)
  })

  it('shows none of no days', () => {
    expect(dayToShow([], '2026-03-25')).toBeUndefined()
  })
})

it('knows what stands before and after a session on its day, past what is cancelled', () => {
  const off: AgendaSession = { ...talk, id: 'off', status: 'cancelled' }
  const programme = { ...agenda, sessions: [keynote, off, talk, later, nextDay] }
  expect([keynote, off, talk, nextDay].map((session) => sessionsBeside(programme, session))).toEqual([
    { after: { slug: '2-b', title: 'B' } },
    { before: { slug: '1-a', title: 'A' }, after: { slug: '2-b', title: 'B' } },
    { before: { slug: '1-a', title: 'A' }, after: { slug: '3-c', title: 'C' } },
    {},
  ])
})
