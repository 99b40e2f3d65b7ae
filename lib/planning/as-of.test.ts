import { expect, it } from 'vitest'
import { isStale, saidAt } from './as-of'

const now = new Date('2026-03-24T10:00:00.000Z')
const before = '2026-03-24T09:00:00.000Z'

it('is old news where what stands was said as late, or later', () => {
  const stands = (updatedAt: string) => ({ updatedAt: new Date(updatedAt) })
  expect(isStale(before, stands('2026-03-24T08:59:59.999Z'))).toBe(false)
  expect(isStale(before, stands(before))).toBe(true)
  expect(isStale(before, stands('2026-03-24T09:00:00.001Z'))).toBe(true)
})

it('is no old news where nothing stands, or where it is said now', () => {
  expect([isStale(before, null), isStale(before, undefined)]).toEqual([false, false])
  expect(isStale(undefined, { updatedAt: now })).toBe(false)
})

it('was said when it was told, but never later than now: a device’s clock may be ahead', () => {
  expect(saidAt(undefined, now)).toBe(now)
  expect(saidAt(before, now)).toEqual(new Date(before))
  expect(saidAt(now.toISOString(), now)).toEqual(now)
  expect(saidAt('2026-03-24T10:00:00.001Z', now)).toBe(now)
})
