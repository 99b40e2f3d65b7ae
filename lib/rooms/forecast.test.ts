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
