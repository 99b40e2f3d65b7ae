import { expect, it } from 'vitest'
import { backoffMs } from './backoff'

it('doubles with every failure up to a minute, spread over the upper half', () => {
  expect([1, 2, 3, 6, 7, 50].map((failures) => [backoffMs(failures, 0), backoffMs(failures, 1)])).toEqual([
    [500, 1_000],
    [1_000, 2_000],
    [2_000, 4_000],
    [16_000, 32_000],
    [30_000, 60_000],
    [30_000, 60_000],
  ])
})
