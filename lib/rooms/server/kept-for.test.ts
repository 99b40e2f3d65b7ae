import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keptFor } from './kept-for'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('loads a key once for so long, and what failed at the next question', async () => {
  const loaded: string[] = []
  const get = keptFor(1_000, async (key, { isBroken }: { isBroken: boolean }) => {
    loaded.push(key)
    if (isBroken) throw new Error('broken')
    return loaded.length
  })
  await expect(get('a', { isBroken: true })).rejects.toThrow('broken')
  expect(await Promise.all([get('a', { isBroken: false }), get('a', { isBroken: false })])).toEqual([2, 2])
  expect(await get('b', { isBroken: false })).toBe(3)
  vi.advanceTimersByTime(1_000)
  expect(await get('a', { isBroken: false })).toBe(4)
  expect(loaded).toEqual(['a', 'a', 'b', 'a'])
})
