import { expect, it } from 'vitest'
import { assignLanes } from './lanes'

const placed = (items: [name: string, start: number, end: number][]) =>
  assignLanes(items, ([, start, end]) => ({ start, end })).map(
    ({ item: [name], lane, lanes }) => `${name} ${lane}/${lanes}`,
  )

it('gives the whole width to what stands alone', () => {
  expect(
    placed([
      ['b', 10, 20],
      ['a', 0, 10],
    ]),
  ).toEqual(['a 0/1', 'b 0/1'])
})

it('puts overlapping items side by side, the longer of two that begin together first', () => {
  expect(
    placed([
      ['short', 0, 5],
      ['long', 0, 20],
      ['after', 5, 15],
    ]),
  ).toEqual(['long 0/2', 'short 1/2', 'after 1/2'])
})

it('shares the number of columns along a chain of overlaps, and no further', () => {
  expect(
    placed([
      ['a', 0, 10],
      ['b', 5, 15],
      ['c', 8, 12],
      ['d', 12, 20],
      ['e', 20, 30],
    ]),
  ).toEqual(['a 0/3', 'b 1/3', 'c 2/3', 'd 0/3', 'e 0/1'])
})

it('places nothing of nothing', () => {
  expect(placed([])).toEqual([])
})
