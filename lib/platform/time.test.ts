import { describe, expect, it } from 'vitest'
import { addDays, dateOn, instantOf, isTimeZone, timeOf } from './time'

describe('instantOf', () => {
  it.each([
    ['a winter time', '2026-02-01T09:00', 'Europe/Paris', '2026-02-01T08:00:00.000Z'],
    ['a summer time with seconds', '2026-07-01 09:00:30', 'Europe/Paris', '2026-07-01T07:00:30.000Z'],
    ['the hour that is skipped', '2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['the hour that occurs twice', '2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['a zone of half hours', '2026-02-01T09:00', 'Asia/Kolkata', '2026-02-01T03:30:00.000Z'],
  ])('reads %s', (_, wall, zone, expected) => {
    expect(instantOf(wall, zone)?.toISOString()).toBe(expected)
  })

  it.each(['', '2026-02-01', 'tomorrow 9:00', '2026-13-01T09:00', '2026-02-01T25:00'])('refuses %j', (wall) => {
    expect(instantOf(wall, 'Europe/Paris')).toBeNull()
  })
})

describe('dateOn and timeOf', () => {
  it('follow the clocks of the zone over midnight', () => {
    const instant = new Date('2026-03-28T23:30:00Z')
    expect([dateOn(instant, 'Europe/Paris'), timeOf(instant, 'Europe/Paris')]).toEqual(['2026-03-29', '00:30'])
    expect([dateOn(instant, 'America/New_York'), timeOf(instant, 'America/New_York')]).toEqual(['2026-03-28', '19:30'])
  })
})

it('adds days over a month and a change of clocks', () => {
  expect([addDays('2026-03-28', 1), addDays('2026-03-28', 4), addDays('2026-03-01', -1)]).toEqual([
    '2026-03-29',
    '2026-04-01',
    '2026-02-28',
  ])
})

it('knows time zones', () => {
  expect([isTimeZone('Europe/Paris'), isTimeZone('Mars/Olympus')]).toEqual([true, false])
})
