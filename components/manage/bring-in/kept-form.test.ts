import { expect, it } from 'vitest'
import { isWithheld, withoutPassword } from './kept-form'

it('keeps no password of an address', () => {
  const typed = [
    'https://example.org/all.ics',
    'https://ann:secret@example.org/all.ics?day=1',
    'webcal://ann:secret@example.org/all.ics',
    'https://example.org/@ann/all.ics',
    'ann:secret@example.org/all.ics',
    '<a href="https://ann:secret@example.org/">',
    'https://ann:se/cret@example.org/',
  ]
  expect(typed.map(isWithheld)).toEqual([false, true, true, false, true, true, true])
  expect(typed.map(withoutPassword)).toEqual([
    'https://example.org/all.ics',
    'https://example.org/all.ics?day=1',
    'webcal://example.org/all.ics',
    'https://example.org/@ann/all.ics',
    '',
    '',
    '',
  ])
})
