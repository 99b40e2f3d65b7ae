// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { inParts, type Parts } from './in-parts'

afterEach(() => vi.useRealTimers())

/** Each part takes a millisecond. */
function* counting(told: { count: number }): Parts<null> {
  for (; told.count < 1_000; told.count++) {
    vi.setSystemTime(Date.now() + 1)
    yield
  }
  return null
}

it('does less at a time while somebody drags something, and more again once they let go', async () => {
  vi.useFakeTimers()
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => Date.now())
  const told = { count: 0 }
  void inParts(counting(told), () => told.count >= 1_000)
  const doneIn = async (ms: number) => {
    const before = told.count
    await vi.advanceTimersByTimeAsync(ms)
    return told.count - before
  }
  const free = await doneIn(200)
  dispatchEvent(new PointerEvent('pointerdown', { buttons: 1 }))
  await doneIn(50)
  const held = await doneIn(200)
  dispatchEvent(new PointerEvent('pointerup', { buttons: 0 }))
  await doneIn(50)
  expect([held < free / 3, held > 0, (await doneIn(200)) > 3 * held]).toEqual([true, true, true])
  clock.mockRestore()
})
