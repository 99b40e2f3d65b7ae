import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flagOfMark, titleFlags } from './title-flags'

it.each([
  ['[SOLD OUT] Knots', 'Knots', ['sold-out']],
  ['Knots (sold out)', 'Knots', ['sold-out']],
  ['Knots | SEPARATE REGISTRATION REQUIRED', 'Knots', ['separate-registration']],
  ['Knots [Pre-Registration Required]', 'Knots', ['separate-registration']],
  ['Knots | Separate Registrations Required', 'Knots', ['separate-registration']],
  ['Pier A | Knots | ALL ACCESS PASS REQUIRED', 'Pier A | Knots', ['separate-registration']],
  ['[SOLD OUT] Knots | SEPARATE REGISTRATION REQUIRED', 'Knots', ['sold-out', 'separate-registration']],
  ['Knots | SOLD OUT | ALL ACCESS PASS REQUIRED', 'Knots', ['separate-registration', 'sold-out']],
  ['Nœuds [COMPLET]', 'Nœuds', ['sold-out']],
  ['SOLD OUT: Knots', 'Knots', ['sold-out']],
  ['Atelier de nœuds – COMPLET', 'Atelier de nœuds', ['sold-out']],
  ['*Ausgebucht* Knoten', 'Knoten', ['sold-out']],
  ['Knots - Separate registration required', 'Knots', ['separate-registration']],
  ['Repas (sur inscription)', 'Repas', ['separate-registration']],
])('takes the marks out of %s', (given, title, flags) => {
  expect(titleFlags(given)).toEqual({ title, flags })
})

it.each([
  'Knots',
  'Lunch | On Own',
  'How we sold out',
  'Un tour complet',
  'Registration',
  'Why [sold out] is a signal',
  'No Registration Required',
  '[Beginner] Knots (live)',
  '[SOLD OUT]',
  '| ALL ACCESS PASS REQUIRED',
  '',
])('leaves %s whole', (title) => {
  expect(titleFlags(title)).toEqual({ title, flags: [] })
})

it('leaves nothing to be taken out, and no title empty, whatever a title is', () => {
  const part = fc.constantFrom('[SOLD OUT]', '| ALL ACCESS PASS REQUIRED', '(sold out)', 'Knots', ' ', '|', '[', ')')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const given = parts.join('')
      const { title } = titleFlags(given)
      expect([titleFlags(title), title === '']).toEqual([{ title, flags: [] }, given === ''])
    }),
  )
})

it.each([
  ['Sold out!', 'sold-out'],
  ['complet', 'sold-out'],
  ['Registration required', 'separate-registration'],
  ['Invite-only', 'separate-registration'],
  ['Confirmed', null],
  ['', null],
])('reads the mark %j', (text, flag) => {
  expect(flagOfMark(text)).toBe(flag)
})
