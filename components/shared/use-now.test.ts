// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { onTick } from './use-now'

afterEach(() => vi.useRealTimers())

it('goes on with each quarter of a minute, however far into it a page was opened or looked at again', () => {
  vi.useFakeTimers({ now: new Date('2026-03-24T10:00:03.200Z') })
  const seen: string[] = []
  const stop = onTick(() => seen.push(new Date().toISOString().slice(14, 23)))
  vi.advanceTimersByTime(31_800)
  document.dispatchEvent(new Event('visibilitychange'))
  vi.advanceTimersByTime(30_000)
  stop()
  vi.advanceTimersByTime(60_000)
  expect(seen).toEqual(['00:03.200', '00:15.000', '00:30.000', '00:35.000', '00:45.000', '01:00.000'])
})
