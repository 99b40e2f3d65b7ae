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

describe('a night that belongs to its evening', () => {
  // What begins at one in the morning, after an evening of which this is all.
  const belongs = (start: string, end: string | null, at = '2031-04-15T01:00:00Z') =>
    programmeDays([session(start, end)], 'UTC')(new Date(at)) === '2031-04-14'

  it('is one whose programme still runs at eleven', () => {
    expect(belongs('2031-04-14T23:00:00Z', null)).toBe(true)
    expect(belongs('2031-04-14T22:59:00Z', null)).toBe(false)
    expect(belongs('2031-04-14T20:00:00Z', '2031-04-14T23:00:00Z')).toBe(true)
    expect(belongs('2031-04-14T20:00:00Z', '2031-04-14T22:59:00Z')).toBe(false)
    expect(belongs('2031-04-14T20:00:00Z', '2031-04-15T02:00:00Z')).toBe(true)
  })

  it('is none of a whole day that began before noon', () => {
    expect(belongs('2031-04-14T12:00:00Z', '2031-04-15T00:00:00Z')).toBe(true)
    expect(belongs('2031-04-14T11:59:00Z', '2031-04-15T00:00:00Z')).toBe(false)
  })

  it('ends at four', () => {
    const party = ['2031-04-14T20:00:00Z', '2031-04-15T06:00:00Z'] as const
    expect([belongs(...party, '2031-04-15T03:59:00Z'), belongs(...party, '2031-04-15T04:00:00Z')]).toEqual([
      true,
      false,
    ])
  })
})
