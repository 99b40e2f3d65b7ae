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

it('knows every day of a week and every month in the languages of Europe', () => {
  const knows = (words: string, find: (word: string) => number | undefined) => words.split(' ').map(find)
  const week = [0, 1, 2, 3, 4, 5, 6]
  expect(knows('söndag måndag tisdag onsdag torsdag fredag lördag', weekday)).toEqual(week)
  expect(knows('domingo lunes martes miércoles jueves viernes sábado', weekday)).toEqual(week)
  expect(knows('vasárnap hétfő kedd szerda csütörtök péntek szombat', weekday)).toEqual(week)
  const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  expect(knows('tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu', month)).toEqual(year)
  expect(
    knows('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre', month),
  ).toEqual(year)
})

it('reads a short name as most who write it mean it, and none that is too short or of another kind', () => {
  // "maj" is May from Poland to Sweden; "mar" is Tuesday in Spanish and Romanian; "so" is Sunday in German alone.
  expect([month('maj'), month('maja'), weekday('mar'), weekday('so')]).toEqual([5, 5, 2, 0])
  // Of two letters at least, and of letters alone.
  expect([weekday('d'), weekday('l'), month('9月'), month('rujan'), month('3')]).toEqual(
    Array.from({ length: 5 }, () => undefined),
  )
})

it('takes each mark off a letter that has several', () => {
  expect([plainWords('ế'), plainWords('ǻ')]).toEqual(['e', 'a'])
})
