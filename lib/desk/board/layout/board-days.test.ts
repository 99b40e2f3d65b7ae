import { expect, it } from 'vitest'
import { chooseBoardDay, boardDays } from './board-days'

const days = ['2026-03-24', '2026-03-25']
const place = { dayOn: '2026-03-23', startAt: null, endAt: null, roomIds: [] }

it('has a day also for what was moved to one without sessions', () => {
  const move = { sessionId: 'a', title: 'a', place, from: null, userId: null, by: null, at: '' }
  expect(boardDays(days, [move])).toEqual(['2026-03-23', ...days])
})

it('opens on the day that is asked for, else on today by the conference’s clocks, the next day, or the last', () => {
  const open = (asked: string | null, now: string, of = days) =>
    chooseBoardDay(of, asked, 'Europe/Paris', new Date(`${now}Z`))
  expect([
    open('2026-03-25', '2026-01-01T00:00'),
    open('2027-01-01', '2026-01-01T00:00'),
    open(null, '2026-03-24T23:30'),
    open(null, '2026-06-01T00:00'),
    open(null, '2026-06-01T00:00', []),
  ]).toEqual(['2026-03-25', '2026-03-24', '2026-03-25', '2026-03-25', '2026-06-01'])
})
