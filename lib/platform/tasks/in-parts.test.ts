import { expect, it } from 'vitest'
import { atOnce, inParts, type Parts } from './in-parts'

function* counting(to: number, told: number[] = []): Parts<number> {
  for (let count = 1; count <= to; count++) {
    told.push(count)
    yield
  }
  return to
}

it('comes to the same at once and in parts', async () => {
  expect([atOnce(counting(5)), await inParts(counting(5), () => false)]).toEqual([5, 5])
})

it('is left for good where nobody waits for it', async () => {
  const told: number[] = []
  expect([await inParts(counting(5, told), () => true), told]).toEqual([null, []])
})
