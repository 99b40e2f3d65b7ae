import { expect, it } from 'vitest'
import { metresWideOf, pointAfterKey, pointIn } from './plan-point'

const box = { left: 100, top: 50, width: 400, height: 200 }

it.each([
  [
    { x: 100, y: 50 },
    { x: 0, y: 0 },
  ],
  [
    { x: 500, y: 150 },
    { x: 1, y: 0.5 },
  ],
  [{ x: 99, y: 60 }, null],
  [{ x: 300, y: 251 }, null],
])('finds %o on the plan', (at, point) => {
  expect(pointIn(box, at)).toEqual(point)
})

it.each([
  ['ArrowLeft', false, { x: 0.495, y: 0.99 }],
  ['ArrowDown', true, { x: 0.5, y: 1 }],
  ['a', false, null],
])('moves by %s', (key, shiftKey, point) => {
  expect(pointAfterKey({ x: 0.5, y: 0.99 }, { key, shiftKey })).toEqual(point)
})

it('knows how wide a plan is by a line on it', () => {
  const size = { width: 2000, height: 1000 }
  const across = metresWideOf(
    size,
    [
      { x: 0, y: 0.5 },
      { x: 0.5, y: 0.5 },
    ],
    40,
  )
  const down = metresWideOf(
    size,
    [
      { x: 0.5, y: 0 },
      { x: 0.5, y: 1 },
    ],
    40,
  )
  expect([
    across,
    down,
    metresWideOf(
      size,
      [
        { x: 0, y: 0 },
        { x: 0, y: 0 },
      ],
      40,
    ),
  ]).toEqual([80, 80, null])
})
