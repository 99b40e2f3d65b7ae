import { describe, expect, it } from 'vitest'
import type { AgendaSession } from '@/lib/program/agenda'
import { concernsMe, isNews } from './announcements'

const now = new Date('2026-03-24T10:00:00Z')
const session = (id: string, room: string, start: string, end: string): AgendaSession => ({
  id,
  number: 1,
  slug: '1',
  title: id,
  kind: 'talk',
  status: 'confirmed',
  dayOn: '2026-03-24',
  startAt: `2026-03-${start}:00Z`,
  endAt: `2026-03-${end}:00Z`,
  rooms: [room],
  speakers: [],
})
const sessions = [
  session('over', 'hall', '24T08:00', '24T09:00'),
  session('on', 'hall', '24T09:30', '24T10:30'),
  session('later', 'loft', '24T15:00', '24T16:00'),
  session('tomorrow', 'attic', '25T10:00', '25T11:00'),
]

describe('concernsMe', () => {
  it.each([
    ['everybody', { room: null, session: null }, [], true],
    ['a session that I picked', { room: null, session: 'later' }, [['later', 'first']], true],
    ['my plan B', { room: null, session: 'later' }, [['later', 'planB']], true],
    ['a session that I hid', { room: null, session: 'later' }, [['later', 'hidden']], false],
    ['a session of others', { room: null, session: 'later' }, [['on', 'first']], false],
    ['a room where I am', { room: 'hall', session: null }, [['on', 'first']], true],
    ['a room where I go today', { room: 'loft', session: null }, [['later', 'planB']], true],
    ['a room where I was', { room: 'hall', session: null }, [['over', 'first']], false],
    ['a room where I go tomorrow', { room: 'attic', session: null }, [['tomorrow', 'first']], false],
    ['a room of others', { room: 'loft', session: null }, [['on', 'first']], false],
  ] as const)('of what is for %s', (_, announcement, picks, concerns) => {
    expect(concernsMe(announcement, new Map(picks), sessions, now)).toBe(concerns)
  })
})

it('is news for a day', () => {
  expect(['2026-03-23T10:00:01Z', '2026-03-23T10:00:00Z'].map((at) => isNews({ at }, now))).toEqual([true, false])
})

it('of a room is for whoever has a session there within half a day, that is not over', () => {
  const at = (start: string, end: string | undefined) => [
    { ...session('s', 'hall', '24T00:00', '24T00:00'), startAt: start, endAt: end },
  ]
  const concerns = (start: string, end?: string) =>
    concernsMe({ room: 'hall', session: null }, new Map([['s', 'first']]), at(start, end), now)
  expect(concerns('2026-03-24T21:59:59Z', '2026-03-24T23:00:00Z')).toBe(true)
  expect(concerns('2026-03-24T22:00:00Z', '2026-03-24T23:00:00Z')).toBe(false)
  expect([concerns('2026-03-24T09:00:00Z', '2026-03-24T10:00:00Z'), concerns('2026-03-24T10:00:01Z')]).toEqual([
    false,
    true,
  ])
})
