import { expect, it } from 'vitest'
import { fold } from './fold'

it.each([
  ['Łukasz', 'lukasz', true],
  ['Straße', 'STRASSE', true],
  ['Évariste', 'evariste', true],
  ['عُمَر', 'عمر', true],
  ['कमल', 'कोमल', false],
  ['ガイド', 'カイト', false],
])('%s is found as %s: %s', (a, b, found) => {
  expect(fold(a) === fold(b)).toBe(found)
})
