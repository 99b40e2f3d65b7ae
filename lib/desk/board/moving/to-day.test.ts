import { expect, it } from 'vitest'
import { boardSession } from '@/tests/factories/board-session'
import { skippedTimes, toDay } from './to-day'

const zone = 'Europe/Paris'
const onto = (date: string, given: Parameters<typeof boardSession>[1]) =>
  toDay([boardSession('a', { dayOn: '2026-03-28', roomIds: ['hall'], ...given })], date, zone).map(({ place }) => place)

it('keeps the time on the clocks, also where they change, and the length', () => {
  const given = { startAt: '2026-03-28T08:00:00.000Z', endAt: '2026-03-28T08:45:00.000Z' }
  expect(onto('2026-03-29', given)).toEqual([
    {
      ...{ dayOn: '2026-03-29', startAt: '2026-03-29T07:00:00.000Z', endAt: '2026-03-29T07:45:00.000Z' },
      roomIds: ['hall'],
    },
  ])
})

it('keeps a night in its night, an open end open, and what has no time without one', () => {
  expect(onto('2026-03-30', { startAt: '2026-03-28T23:30:00.000Z' })).toEqual([
    { dayOn: '2026-03-30', startAt: '2026-03-30T22:30:00.000Z', endAt: null, roomIds: ['hall'] },
  ])
  expect(onto('2026-03-30', {})).toEqual([{ dayOn: '2026-03-30', startAt: null, endAt: null, roomIds: ['hall'] }])
})

it('knows what begins at another time, for the clocks skip its own', () => {
  const night = boardSession('a', { dayOn: '2026-03-28', startAt: '2026-03-28T01:30:00.000Z' })
  const day = boardSession('b', { dayOn: '2026-03-28', startAt: '2026-03-28T08:00:00.000Z' })
  const moved = toDay([night, day, boardSession('c', { dayOn: '2026-03-28' })], '2026-03-29', zone)
  const byHand = { session: day, place: { ...day, dayOn: '2026-03-29', startAt: '2026-03-29T10:00:00.000Z' } }
  expect(skippedTimes([...moved, byHand], zone)).toEqual([{ before: night.startAt, after: '2026-03-29T01:30:00.000Z' }])
})
