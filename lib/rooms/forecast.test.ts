import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastOf, learnShowUp } from './forecast'

const nothingCounted = learnShowUp([])

describe('learnShowUp', () => {
  it('begins with one for each pick, give or take a factor of two', () => {
    expect(nothingCounted).toMatchObject({ logShare: 0, spread: 0.7 })
  })

  it('follows what is counted, the more the surer', () => {
    const half = Array.from({ length: 40 }, () => ({ picks: 200, count: 100, capacity: null }))
    const { logShare, spread } = learnShowUp(half)
    expect([Math.exp(logShare).toFixed(2), spread < 0.35]).toEqual(['0.53', true])
    expect(Math.exp(learnShowUp(half.slice(0, 1)).logShare).toFixed(2)).toBe('0.87')
  })

  it('takes a full room for one that more wanted to get into', () => {
    const shareOf = (capacity: number | null) =>
      Math.exp(
        learnShowUp([
          { picks: 100, count: 100, capacity },
          { picks: 100, count: 150, capacity: null },
          { picks: 100, count: 160, capacity: null },
        ]).logShare,
      )
    expect([shareOf(null).toFixed(2), shareOf(100).toFixed(2)]).toEqual(['1.13', '1.22'])
  })

  it('is not thrown by sessions that nobody picked or came to', () => {
    expect(
      Number.isFinite(
        learnShowUp([
          { picks: 0, count: 80, capacity: 90 },
          { picks: 50, count: 0, capacity: null },
        ]).spread,
      ),
    ).toBe(true)
  })
})

describe('forecastOf', () => {
  it('knows nothing of a room without a capacity', () => {
    expect(forecastOf({ picks: 10, capacity: null }, nothingCounted)).toBeNull()
  })

  it.each([
    { picks: 100, capacity: 100, state: 'full', likely: '0.50' },
    { picks: 300, capacity: 100, state: 'full', likely: '0.95' },
    { picks: 80, capacity: 100, state: 'filling', likely: '0.36' },
    { picks: 10, capacity: 100, state: 'open', likely: '0.00' },
    { picks: 0, capacity: 0, state: 'full', likely: '1.00' },
  ])('calls $picks picks for $capacity seats $state', ({ picks, capacity, state, likely }) => {
    const forecast = forecastOf({ picks, capacity }, nothingCounted)
    expect([forecast?.state, forecast?.fullProbability.toFixed(2)]).toEqual([state, likely])
  })
})

describe('what is learned and foreseen', () => {
  it('grows with the picks and shrinks with the seats, always between never and surely', () => {
    const some = { picks: fc.integer({ min: 0, max: 2_000 }), capacity: fc.integer({ min: 1, max: 3_000 }) }
    fc.assert(
      fc.property(fc.record(some), fc.integer({ min: 1, max: 500 }), ({ picks, capacity }, more) => {
        const likely = (given: { picks: number; capacity: number }) =>
          forecastOf(given, nothingCounted)?.fullProbability ?? NaN
        const here = likely({ picks, capacity })
        expect(here >= 0 && here <= 1).toBe(true)
        expect(likely({ picks: picks + more, capacity })).toBeGreaterThanOrEqual(here)
        expect(likely({ picks, capacity: capacity + more })).toBeLessThanOrEqual(here)
      }),
    )
  })

  it('expects as many as came for each pick elsewhere', () => {
    const threefold = learnShowUp(Array.from({ length: 400 }, () => ({ picks: 100, count: 300, capacity: null })))
    const forecast = forecastOf({ picks: 100, capacity: 250 }, threefold)
    expect([forecast?.state, (forecast?.expected ?? 0) > 280, (forecast?.expected ?? 0) < 300]).toEqual([
      'full',
      true,
      true,
    ])
  })

  it('calls no room full that is unlikely to be, however near it comes', () => {
    const sure = learnShowUp(Array.from({ length: 400 }, () => ({ picks: 100, count: 100, capacity: null })))
    expect(forecastOf({ picks: 97, capacity: 100 }, sure)?.state).toBe('nearlyFull')
    expect(forecastOf({ picks: 100, capacity: 100 }, sure)?.state).toBe('full')
  })

  it('is less sure of what was counted in full rooms alone, and wants more in than came', () => {
    const rooms = (capacity: number | null) => Array.from({ length: 20 }, () => ({ picks: 100, count: 100, capacity }))
    const [open, full, larger] = [learnShowUp(rooms(null)), learnShowUp(rooms(100)), learnShowUp(rooms(200))]
    expect(larger).toEqual(open)
    expect([full.logShare > open.logShare, full.spread > open.spread]).toEqual([true, true])
  })

  it('stays a number where a full room is far beyond all others', () => {
    const odd = learnShowUp([
      ...Array.from({ length: 30 }, () => ({ picks: 100, count: 100, capacity: null })),
      { picks: 1, count: 1_000, capacity: 1_000 },
    ])
    expect([odd.logShare > 0 && odd.logShare < 1, odd.spread > 0 && odd.spread < 5]).toEqual([true, true])
  })
})
