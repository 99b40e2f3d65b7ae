// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

let isResting: boolean
beforeEach(async () => {
  vi.resetModules()
  vi.useFakeTimers()
  isResting = false
  const { handsRest } = await import('./hands-rest')
  void handsRest().then(() => (isResting = true))
})
afterEach(() => vi.useRealTimers())

const pointer = (type: string, buttons: number) => dispatchEvent(new PointerEvent(type, { buttons }))
/** Are hands known to rest, so many milliseconds later? */
async function restAfter(ms: number): Promise<boolean> {
  await vi.advanceTimersByTimeAsync(ms)
  return isResting
}

it('looks for a second whether hands do something', async () => {
  expect([await restAfter(900), await restAfter(700)]).toEqual([false, true])
})

it('waits for as long as something is held, and a second more', async () => {
  pointer('pointerdown', 1)
  expect(await restAfter(60_000)).toBe(false)
  pointer('pointermove', 1)
  pointer('pointerup', 0)
  expect([await restAfter(900), await restAfter(2_000)]).toEqual([false, true])
})

it('hears of what was held before anybody asked', async () => {
  pointer('pointermove', 1)
  expect(await restAfter(60_000)).toBe(false)
  dispatchEvent(new Event('blur'))
  expect(await restAfter(3_000)).toBe(true)
})

it.each(['keydown', 'input', 'wheel', 'scroll'])('waits until no %s has come for a second', async (type) => {
  for (let times = 0; times < 5; times++) {
    dispatchEvent(new Event(type))
    expect(await restAfter(900)).toBe(false)
  }
  expect(await restAfter(1_000)).toBe(true)
})

it('does not mind a mouse that passes', async () => {
  await restAfter(900)
  pointer('pointermove', 0)
  expect(await restAfter(700)).toBe(true)
})
