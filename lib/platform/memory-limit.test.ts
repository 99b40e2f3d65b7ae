import { totalmem } from 'node:os'
import { expect, it } from 'vitest'
import { memoryLimit } from './memory-limit'

it('is the container’s limit, and the machine’s memory where there is none', () => {
  const [machine, none] = [8e9, 2 ** 64]
  expect([memoryLimit(1e9, machine), memoryLimit(0, machine), memoryLimit(none, machine)]).toEqual([1e9, 8e9, 8e9])
  expect(memoryLimit()).toBeGreaterThan(0)
  expect(memoryLimit()).toBeLessThanOrEqual(totalmem())
})
