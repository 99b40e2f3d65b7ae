import { describe, expect, it } from 'vitest'
import { nextCheck, paceOf, retryAfterMs, suggestedChoice } from './pace'

const MINUTE = 60_000
const days = { first: '2026-03-24', last: '2026-03-26', timeZone: 'Pacific/Auckland' }
const at = (text: string) => new Date(text)

describe('paceOf', () => {
  it.each([
    [60, '2026-03-25T00:00:00Z', 60],
    [15, '2026-03-25T00:00:00Z', 15],
    // On the conference's clocks it is the first day already, and the day after the last.
    [15, '2026-03-23T11:30:00Z', 15],
    [15, '2026-03-23T10:30:00Z', 360],
    [15, '2026-03-26T10:30:00Z', 15],
    [15, '2026-03-26T11:30:00Z', 1440],
    [60, '2026-03-26T11:30:00Z', 1440],
    [0, '2026-03-25T00:00:00Z', 0],
    [0, '2026-04-25T00:00:00Z', 0],
  ])('of %i min at %s is %i', (minutes, now, pace) => {
    expect(paceOf(minutes, days, at(now))).toBe(pace * MINUTE)
  })

  it('is that of other days where nothing has a day', () => {
    expect(paceOf(15, null, at('2026-03-25T00:00:00Z'))).toBe(360 * MINUTE)
  })
})

it.each([
  ['2026-03-01T00:00:00Z', 1440],
  ['2026-03-17T12:00:00Z', 15],
  ['2026-03-25T00:00:00Z', 15],
  ['2026-03-28T00:00:00Z', 0],
])('suggests at %s to check every %i min', (now, choice) => {
  expect(suggestedChoice(days, at(now))).toBe(choice)
})

it.each([
  ['120', 120],
  [' 120 ', 120],
  ['Wed, 25 Mar 2026 00:02:00 GMT', 120],
  ['Tue, 24 Mar 2026 00:00:00 GMT', 0],
  ['999999999', 7 * 24 * 3600],
  ['soon', 0],
  ['-5', 0],
  [undefined, 0],
])('reads Retry-After %s as %i s', (header, seconds) => {
  expect(retryAfterMs(header, at('2026-03-25T00:00:00Z')) / 1000).toBe(seconds)
})

it('spreads checks over a tenth of their pace, half an hour at most, and never before what a site asks for', () => {
  const now = at('2026-03-25T00:00:00Z')
  const minutes = (given: Parameters<typeof nextCheck>[0], random: number) =>
    (nextCheck(given, now, random).getTime() - now.getTime()) / MINUTE
  expect([
    minutes({ pace: 60 * MINUTE, failures: 0 }, 0),
    minutes({ pace: 60 * MINUTE, failures: 0 }, 0.5),
    minutes({ pace: 1440 * MINUTE, failures: 0 }, 1),
    minutes({ pace: 1440 * MINUTE, failures: 9 }, 0),
    minutes({ pace: 60 * MINUTE, failures: 1, retryAfter: '36000' }, 0),
  ]).toEqual([60, 63, 1470, 1440, 600])
})
