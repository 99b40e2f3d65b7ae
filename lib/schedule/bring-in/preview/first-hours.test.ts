import { expect, it } from 'vitest'
import { aProgram } from '@/tests/factories/program'
import { firstHoursOf } from './first-hours'

it('says how each day begins, and where the zone cannot be right', () => {
  const titles = ['e', 'd', 'c', 'b', 'a']
  const program = aProgram([
    ...titles.map((title, index) => ({
      title,
      startAt: `2026-03-24T${String(13 - index).padStart(2, '0')}:00:00.000Z`,
    })),
    { title: 'gone', startAt: '2026-03-24T07:00:00.000Z', cancelled: true },
    { title: 'some time', startAt: null, endAt: null },
  ])
  const [day, ...others] = firstHoursOf(program, 'Europe/Paris')
  expect(others).toEqual([])
  expect([day?.dayOn, day?.count, day?.isOdd, day?.sessions.map(({ title }) => title)]).toEqual([
    '2026-03-24',
    5,
    false,
    ['a', 'b', 'c', 'd'],
  ])
  expect(firstHoursOf(program, 'America/Los_Angeles')[0]?.isOdd).toBe(true)
  expect(firstHoursOf(program, 'Asia/Tokyo')[0]?.isOdd).toBe(true)
})
