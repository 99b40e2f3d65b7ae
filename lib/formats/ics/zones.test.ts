import { expect, it } from 'vitest'
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
  ['/example.org/Olson_20011030_5/America/Argentina/Buenos_Aires', '2027-07-08T15:00:00.000Z'],
  ['(UTC-05:00) Eastern Time (US & Canada)', '2027-07-08T16:00:00.000Z'],
  ['Pacific Time (US and Canada), Tijuana', '2027-07-08T19:00:00.000Z'],
  ['(GMT+10:00) Canberra, Melbourne, Sydney', '2027-07-08T02:00:00.000Z'],
  ['(GMT -02:30)', '2027-07-08T14:30:00.000Z'],
  ['UTC+11', '2027-07-08T01:00:00.000Z'],
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
  expect(['Somewhere', '', 'Nowhere/Middle', 'UTC+99'].map(clocksOf([]))).toEqual([null, null, null, null])
  expect(clocksOf([['BEGIN:VTIMEZONE', 'TZID:Ours', 'nonsense']])('Ours')).toBe(null)
})

it('makes the clocks of a name once', () => {
  const clocks = clocksOf([zone('Ours', '+0100')])
  expect(clocks('Ours')).toBe(clocks('Ours'))
  expect(clocks('Somewhere')).toBe(clocks('Somewhere'))
})

it('follows a zone whose changes are written out one by one', () => {
  const observance = (kind: string, start: string, from: string, to: string, dates: string) => [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `RDATE:${dates}`,
    `END:${kind}`,
  ]
  const ours = [
    'BEGIN:VTIMEZONE',
    'TZID:Ours',
    ...observance('STANDARD', '20261101T020000', '-0700', '-0800', '20271107T020000,20281105T020000'),
    ...observance('DAYLIGHT', '20270314T020000', '-0800', '-0700', '20280312T020000,20290311T020000'),
    'END:VTIMEZONE',
  ]
  const walls = ['2027-01-08T12:00:00', noon, '2028-01-08T12:00:00', '2028-07-08T12:00:00', '2029-01-08T12:00:00']
  expect(walls.map((wall) => at([ours], 'Ours', wall)?.slice(11, 13))).toEqual(['20', '19', '20', '19', '20'])
})
