import { expect, it } from 'vitest'
import { trendOf } from './trend'

const now = new Date('2026-03-24T10:00:00Z')
const ago = (minutes: number, delta: number) => ({ at: new Date(now.getTime() - minutes * 60_000), delta })

it('goes back from what is counted now', () => {
  expect(trendOf(60, [ago(29, 20), ago(11, 10), ago(5, 30), ago(1, -10)], 100, now)).toEqual({
    points: [10, ...Array(9).fill(30), 40, 40, 40, 70, 70, 60],
    direction: 'rising',
  })
})

it.each([
  [50, [ago(3, -20)], 100, 'falling'],
  [50, [ago(3, 3)], 100, 'steady'],
  [50, [ago(3, 4)], 100, 'rising'],
  [50, [ago(3, 2)], null, 'steady'],
  [50, [ago(20, 40)], null, 'steady'],
  [0, [], 10, 'steady'],
] as const)('of %i people after %o is %s', (count, changes, capacity, direction) => {
  expect(trendOf(count, changes, capacity, now).direction).toBe(direction)
})

it('never goes below nobody', () => {
  expect(trendOf(5, [ago(3, 50)], 100, now).points[0]).toBe(0)
})

it('rises and falls by more than come and go all the time, and counts a change from its minute on', () => {
  expect([trendOf(50, [ago(10, 40)], 10, now).direction, trendOf(50, [ago(9, 40)], 10, now).direction]).toEqual([
    'steady',
    'rising',
  ])
  expect(trendOf(50, [ago(2, 10)], 10, now).points.slice(-3)).toEqual([40, 50, 50])
})
