import { expect, it } from 'vitest'
import { dayWords, fillers, plainWords } from './day-words'

const month = (word: string) => dayWords().months.get(plainWords(word))
const weekday = (word: string) => dayWords().weekdays.get(plainWords(word))

it.each([
  ['March', 3],
  ['mars', 3],
  ['März', 3],
  ['déc', 12],
  ['août', 8],
  ['lipca', 7],
  ['lipiec', 7],
  ['listopadu', 11],
  ['Μαρτίου', 3],
  ['марта', 3],
  ['okt', 10],
])('knows the month %s in every language that names it so', (word, number) => {
  expect(month(word)).toBe(number)
})

it.each([
  ['Sunday', 0],
  ['Dienstag', 2],
  ['Di', 2],
  ['mercredi', 3],
  ['czwartek', 4],
  ['vrijdag', 5],
  ['суббота', 6],
])('knows the weekday %s', (word, number) => {
  expect(weekday(word)).toBe(number)
})

it('knows no word that is none, and one that is two in no language', () => {
  expect([month('lunch'), weekday('lunch'), month('1'), month('')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it('is made once', () => {
  expect(dayWords()).toBe(dayWords())
})

it('reads a text without accents of letters that have them, and keeps the marks of others', () => {
  expect([plainWords('  DÉC Ž '), plainWords('й'), plainWords('ガ')]).toEqual(['dec z', 'и', 'ガ'])
  expect([fillers.has('of'), fillers.has('de'), fillers.has('lunch')]).toEqual([true, true, false])
})
