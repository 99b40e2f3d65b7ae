import { expect, it } from 'vitest'
import { readProperty } from './property'
import { clocksOf } from './zones'

const at = (zones: string[][], tzid: string, wall: string) => clocksOf(zones)(tzid)?.(wall)?.toISOString()
const zone = (tzid: string, offset: string) => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`,
  'END:STANDARD',
  'END:VTIMEZONE',
]
const noon = '2027-07-08T12:00:00'

it.each([
  ['Europe/Paris', '2027-07-08T10:00:00.000Z'],
  ['/freeassociation.sourceforge.net/Europe/Paris', '2027-07-08T10:00:00.000Z'],
  ['Romance Standard Time', '2027-07-08T10:00:00.000Z'],
  ['(UTC+01:00) Romance Standard Time', '2027-07-08T10:00:00.000Z'],
  ['UTC', '2027-07-08T12:00:00.000Z'],
])('knows the clocks of %s', (tzid, instant) => {
  expect(at([], tzid, noon)).toBe(instant)
})

it('believes a place more than the file, and the file more than any other name', () => {
  const zones = [zone('Europe/Paris', '+0900'), zone('GMT', '+0300'), zone('Ours', '-0230')]
  expect(['Europe/Paris', 'GMT', 'Ours'].map((tzid) => at(zones, tzid, noon))).toEqual([
    '2027-07-08T10:00:00.000Z',
    '2027-07-08T09:00:00.000Z',
    '2027-07-08T14:30:00.000Z',
  ])
})

it('knows no clocks by a name that says nothing, nor by a zone that cannot be read', () => {
  expect(clocksOf([])('Somewhere')).toBe(null)
  expect(clocksOf([['BEGIN:VTIMEZONE', 'TZID:Ours', 'nonsense']])('Ours')).toBe(null)
})

it('makes the clocks of a name once', () => {
  const clocks = clocksOf([zone('Ours', '+0100')])
  expect(clocks('Ours')).toBe(clocks('Ours'))
  expect(clocks('Somewhere')).toBe(clocks('Somewhere'))
})

it('reads a property with its parameters, its values as texts', () => {
  expect(readProperty('DTSTART;TZID=Europe/Paris:20270708T120000')).toEqual({
    name: 'dtstart',
    parameters: { tzid: 'Europe/Paris' },
    type: 'date-time',
    values: ['2027-07-08T12:00:00'],
  })
  expect(readProperty('SUMMARY:One\\, two; three')?.values).toEqual(['One, two; three'])
  expect(readProperty('CATEGORIES:a,b')?.values).toEqual(['a', 'b'])
  expect(readProperty('RRULE:FREQ=DAILY;COUNT=2')?.values.map((value) => JSON.parse(value))).toEqual([
    { freq: 'DAILY', count: 2 },
  ])
})

it.each(['no property', '', 'SUMMARY'])('reads no property in %j', (line) => {
  expect(readProperty(line)).toBe(null)
})
