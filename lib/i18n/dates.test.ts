import { expect, it } from 'vitest'
import { dateOfWhen, ownClocks, sayDay, sayDays, sayLength, sayWhen, spanWords } from './dates'

it.each([
  ['en', 'short', 'Wed 20 Mar'],
  ['fr', 'short', 'mer. 20 mars'],
  ['en', 'long', 'Wednesday 20 March 2024'],
  ['fr', 'long', 'mercredi 20 mars 2024'],
] as const)('says a day in %s, %s', (language, style, said) => {
  expect(sayDay('2024-03-20', language, style)).toBe(said)
})

it('says a span of days', () => {
  expect(sayDays('2024-03-19', '2024-03-22', 'en')).toBe('19–22 March 2024')
  expect(sayDays('2024-03-19', '2024-03-19', 'fr')).toBe('19 mars 2024')
})

it('says the first of a month in French as French does, and no other day like it', () => {
  expect(['2027-06-01', '2027-06-11', '2027-06-21'].map((day) => sayDay(day, 'fr', 'long'))).toEqual([
    'mardi 1er juin 2027',
    'vendredi 11 juin 2027',
    'lundi 21 juin 2027',
  ])
  expect(sayDay('2027-06-01', 'fr')).toBe('mar. 1er juin')
  expect(sayDay('2027-06-01', 'en')).toBe('Tue 1 Jun')
  expect([sayDays('2027-06-01', '2027-06-02', 'fr'), sayDays('2028-02-29', '2028-03-01', 'fr')]).toEqual([
    '1er–2 juin 2027',
    '29 février\u00a0– 1er mars 2028',
  ])
})

it('says how long something is in hours from one hour on', () => {
  expect([0, 1, 59, 60, 65, 90, 180, 1500, -5].map(sayLength)).toEqual(
    ['0 min', '1 min', '59 min', '1 h', '1 h 05', '1 h 30', '3 h', '25 h', '0 min'].map((said) =>
      said.replaceAll(' ', '\u00a0'),
    ),
  )
})

const evening = { startAt: '2026-06-23T18:45:00Z', endAt: '2026-06-23T19:15:00Z', dayOn: '2026-06-23' }

it.each([
  ['on the clocks of its conference', evening, 'Europe/Paris', '20:45–21:15'],
  ['where it is tomorrow already', evening, 'Pacific/Auckland', 'Wed 24 Jun 06:45–07:15'],
  ['where it is morning yet', evening, 'Pacific/Honolulu', '08:45–09:15'],
  [
    'where it is the day before',
    { ...evening, startAt: '2026-06-23T06:00:00Z', endAt: '2026-06-23T07:00:00Z' },
    'Pacific/Honolulu',
    'Mon 22 Jun 20:00–21:00',
  ],
  [
    'after midnight of the day that it belongs to',
    { ...evening, startAt: '2026-06-23T22:30:00Z', endAt: '2026-06-23T23:30:00Z' },
    'Europe/Paris',
    'Wed 24 Jun 00:30–01:30',
  ],
  ['at midnight', { ...evening, startAt: '2026-06-23T22:00:00Z', endAt: null }, 'Europe/Paris', 'Wed 24 Jun 00:00'],
  [
    'over midnight',
    { ...evening, startAt: '2026-06-23T21:30:00Z', endAt: '2026-06-23T23:00:00Z' },
    'Europe/Paris',
    '23:30–01:00',
  ],
  [
    'over days',
    { ...evening, startAt: '2026-06-23T08:00:00Z', endAt: '2026-06-24T15:00:00Z' },
    'Europe/Paris',
    '10:00 – Wed 24 Jun 17:00',
  ],
  ['without a length', { ...evening, endAt: evening.startAt }, 'Europe/Paris', '20:45'],
  ['without a time', { dayOn: '2026-06-23' }, 'Europe/Paris', ''],
  ['without a time, of another day', { dayOn: '2026-06-24' }, 'Pacific/Auckland', 'Wed 24 Jun'],
])('says when something is, below a day, %s', (_, when, timeZone, said) => {
  expect(sayWhen(when, { timeZone, language: 'en', under: '2026-06-23' })).toBe(said)
})

it.each([
  // Clocks go forward on 29 March 2026 in Paris, and back on 25 October.
  ['before the clocks go forward', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', 'dim. 29 mars 01:30–03:30'],
  ['in the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', 'dim. 25 oct. 02:30–02:30'],
])('says when something is %s', (_, startAt, endAt, said) => {
  expect(sayWhen({ startAt, endAt }, { timeZone: 'Europe/Paris', language: 'fr' })).toBe(said)
})

it.each([
  ['en', 'Pacific/Auckland', 'Wed 24 Jun 06:45–07:15 (Auckland)'],
  ['fr', 'Pacific/Honolulu', 'mar. 23 juin 08:45–09:15 (Honolulu)'],
  ['en', 'Europe/Paris', 'Tue 23 Jun 20:45–21:15 (Paris)'],
])('names the zone of clocks that are not the conference’s, in %s in %s', (language, timeZone, said) => {
  expect(sayWhen(evening, { timeZone, language, namesZone: true })).toBe(said)
})

it('takes this device’s clocks for the conference’s where they are the same', () => {
  const { timeZone } = ownClocks()
  expect([ownClocks(), ownClocks('Antarctica/Troll'), ownClocks(timeZone)]).toEqual([
    { timeZone, namesZone: true },
    { timeZone, namesZone: true },
    { timeZone, namesZone: false },
  ])
})

it('says days in full, both ends of a stretch, and on which date something is', () => {
  const saying = { timeZone: 'Pacific/Auckland', language: 'en' }
  const [start, end] = [Date.parse('2026-06-23T11:00:00Z'), Date.parse('2026-06-23T13:00:00Z')]
  expect(sayWhen(evening, { ...saying, style: 'long' })).toBe('Wednesday 24 June 2026 06:45–07:15')
  expect(spanWords({ start, end }, { ...saying, under: '2026-06-23' })).toEqual({
    from: '23:00',
    to: 'Wed 24 Jun 01:00',
  })
  expect([
    dateOfWhen(evening, 'Pacific/Auckland'),
    dateOfWhen(evening, 'Europe/Paris'),
    dateOfWhen({ dayOn: '2026-06-23' }, 'Pacific/Auckland'),
    dateOfWhen({}, 'UTC'),
  ]).toEqual(['2026-06-24', '2026-06-23', '2026-06-23', undefined])
})
