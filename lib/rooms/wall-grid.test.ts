import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wallRows } from './wall-grid'

const cards = (count: number) => Array.from({ length: count }, (_, index) => index)
const lengths = (count: number, width: number, height: number) =>
  wallRows(cards(count), width, height).map((row) => row.length)

it('fills a screen of a laptop and one on a wall with cards that are wider than high', () => {
  expect(lengths(10, 1280, 768)).toEqual([3, 3, 4])
  expect(lengths(30, 1280, 768)).toEqual([6, 6, 6, 6, 6])
  expect(lengths(60, 1920, 1040)).toEqual([8, 9, 8, 9, 8, 9, 9])
})

it('gives no card less height than its words need', () => {
  expect(lengths(60, 1278, 755)).toEqual([10, 10, 10, 10, 10, 10])
})

it('goes down a screen that stands', () => {
  expect(lengths(4, 390, 800)).toEqual([1, 1, 2])
  expect(Math.max(...lengths(60, 390, 800))).toBe(3)
})

it('has nothing for no rooms', () => {
  expect(wallRows([], 1280, 768)).toEqual([])
})

it('shows each card once, in order, in rows that differ by one at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 100, max: 4000 }),
      fc.integer({ min: 100, max: 4000 }),
      (count, width, height) => {
        const rows = wallRows(cards(count), width, height)
        expect(rows.flat()).toEqual(cards(count))
        const inRow = rows.map((row) => row.length)
        expect(Math.max(...inRow) - Math.min(...inRow)).toBeLessThanOrEqual(1)
      },
    ),
  )
})
