import { expect, it } from 'vitest'
import { sayDay, sayDays, sayStart } from './dates'

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

it.each([
  // Paris is one hour ahead of UTC until 29 March 2026, then two.
  ['today', '2026-03-24T22:30:00Z', '2026-03-24T08:00:00Z', '23:30'],
  ['after midnight there', '2026-03-24T23:30:00Z', '2026-03-24T22:00:00Z', 'Wed 25 Mar 00:30'],
  ['when midnight has passed there, too', '2026-03-25T08:00:00Z', '2026-03-24T23:00:00Z', '09:00'],
  ['after the clocks went forward', '2026-03-29T07:00:00Z', '2026-03-28T12:00:00Z', 'Sun 29 Mar 09:00'],
])('says when something begins %s', (_, startAt, now, said) => {
  expect(sayStart(new Date(startAt), new Date(now), 'Europe/Paris', 'en')).toBe(said)
})
