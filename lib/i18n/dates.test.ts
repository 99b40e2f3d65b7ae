import { expect, it } from 'vitest'
import { sayDay, sayDays } from './dates'

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
