import { expect, it } from 'vitest'
import { isPersonalName, isSingleName } from './personal-name'

it.each([
  'Ada Lovelace',
  'Ludwig van Beethoven',
  'Robert “Bob” Smith',
  "Sinéad O'Connor",
  'Jean-Luc Picard',
  '山田太郎',
  'J. R. R. Tolkien',
  'Ada King Byron Noel Milbanke',
])('takes %s for a person', (name) => {
  expect(isPersonalName(name)).toBe(true)
})

it.each([
  'Ada',
  'Opening Keynote',
  'Ada lovelace',
  'Google Cloud',
  'Ludwig van',
  'KUBERNETES Ada Lovelace',
  'Ada B C D E F',
  'Ada 2',
  'Engineering Manager',
  '',
  '山',
  '山田太郎山田太郎',
])('takes %j for no person', (name) => {
  expect(isPersonalName(name)).toBe(false)
})

it('knows one name by its capital, and no word of titles', () => {
  expect(['Madonna', 'Élodie', 'madonna', 'MADONNA', 'Lunch', 'Keynote', 'Ada2', ''].map(isSingleName)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ])
})

it.each([
  ['ABC Lovelace', true],
  ['ABCD Lovelace', false],
  ['AbCD Lovelace', true],
  ['  Ada \n  Lovelace ', true],
  ['Robert (Bob) Smith', true],
  ['Robert (bob) Smith', false],
  ['Robert x(Bob) Smith', false],
  ['Robert (Bob)x Smith', false],
  ['Ada 2Lovelace', false],
  ['山田 太郎', true],
])('reads every word of %j', (text, isName) => {
  expect(isPersonalName(text)).toBe(isName)
})

it('knows no one name in the middle of a word', () => {
  expect(['xMadonna', 'MaDonna', ' Madonna', 'Madonna '].map(isSingleName)).toEqual([false, false, false, false])
})
