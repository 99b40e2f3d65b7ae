import { expect, it } from 'vitest'
import { byCrowd, told, writeOutcomes, type SessionOutcome } from './after'
import { coarse } from './coarse'
import { picksOverTime } from './picks-over-time'

const outcome = (title: string, given: Partial<SessionOutcome> = {}): SessionOutcome => ({
  ...{ id: title, slug: `1-${title}`, title, language: null, rooms: ['Hall'], capacity: 100 },
  startAt: new Date('2026-03-24T08:00:00Z'),
  endAt: null,
  ...{ picks: 'few', peak: null, turnedAway: null },
  ...given,
})
const words = {
  ...{ title: 'Session', start: 'Start', end: 'End', room: 'Room', capacity: 'Places' },
  ...{ picks: 'Picks', peak: 'Peak', turnedAway: 'Away', few: 'under 5' },
}

it('says of people nothing by which one of them can be told', () => {
  expect([0, 1, 4, 5, 9, 10, 11, 104].map(coarse)).toEqual(['few', 'few', 'few', 5, 5, 10, 10, 100])
  // What one person does between two looks shows in none of them, but where it ends a step of five.
  expect([told({ picks: 3, peak: 7, turnedAway: 1 }), told({ picks: 12, peak: null, turnedAway: 0 })]).toEqual([
    { picks: 'few', peak: 7, turnedAway: 'few' },
    { picks: 10, peak: null, turnedAway: null },
  ])
})

it('has first what most came to, by what was counted', () => {
  const sessions = [outcome('picked', { picks: 50 }), outcome('nobody'), outcome('counted', { peak: 60, picks: 5 })]
  expect(byCrowd(sessions).map(({ title }) => title)).toEqual(['counted', 'picked', 'nobody'])
})

it('is a table on the conference’s clocks, in which no title is a formula', () => {
  const sessions = [
    outcome('=1+1', { endAt: new Date('2026-03-24T09:00:00Z'), rooms: ['Hall', 'Loft'], peak: 7, turnedAway: 'few' }),
    outcome('Tides', { picks: 25, capacity: null }),
  ]
  expect(writeOutcomes(sessions, 'Europe/Paris', words)).toBe(
    '\ufeffSession,Start,End,Room,Places,Picks,Peak,Away\r\n' +
      `"'=1+1",2026-03-24 09:00,2026-03-24 10:00,Hall; Loft,100,under 5,7,under 5\r\n` +
      'Tides,2026-03-24 09:00,,Hall,,25,,\r\n',
  )
})

it('adds picks up day by day, in steps, from the first until today', () => {
  const made = [
    { date: '2026-03-01', count: 7 },
    { date: '2026-02-27', count: 3 },
    { date: '2026-03-09', count: 100 },
  ]
  expect([picksOverTime(made, '2026-03-02'), picksOverTime([], '2026-03-02')]).toEqual([
    [
      { date: '2026-02-27', picks: 'few' },
      { date: '2026-02-28', picks: 'few' },
      { date: '2026-03-01', picks: 10 },
      { date: '2026-03-02', picks: 10 },
    ],
    [],
  ])
  expect(picksOverTime([{ date: '2025-01-01', count: 5 }], '2026-03-02')).toHaveLength(60)
})
