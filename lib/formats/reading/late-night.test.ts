import { describe, expect, it } from 'vitest'
import { programmeDays } from './late-night'

const session = (start: string, end: string | null) => ({
  startAt: new Date(start),
  endAt: end === null ? null : new Date(end),
})

describe('programmeDays', () => {
  const dayOf = programmeDays(
    [
      session('2031-04-14T19:00:00Z', '2031-04-14T21:30:00Z'),
      session('2031-04-15T00:30:00Z', null),
      session('2031-04-15T16:00:00Z', '2031-04-15T18:00:00Z'),
    ],
    'Europe/Paris',
  )

  it.each([
    ['2031-04-14T20:00:00Z', '2031-04-14'],
    ['2031-04-15T00:30:00Z', '2031-04-14'],
    ['2031-04-15T02:30:00Z', '2031-04-15'],
    ['2031-04-16T00:30:00Z', '2031-04-16'],
  ])('puts %s on %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day)
  })
})
