import { expect, it } from 'vitest'
import { shareOut } from './env'

it('shares the connections of a process out between its pages and its front door, to the last one', () => {
  expect([3, 4, 6, 15, 30, 500].map((most) => [most, shareOut(most)])).toEqual([
    [3, { pages: 2, door: 1 }],
    [4, { pages: 3, door: 1 }],
    [6, { pages: 4, door: 2 }],
    [15, { pages: 10, door: 5 }],
    [30, { pages: 20, door: 10 }],
    [500, { pages: 334, door: 166 }],
  ])
})
