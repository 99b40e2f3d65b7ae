import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { stateOfText } from './merge'
import { openScreenText } from './screen-text'

function open(text: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, stateOfText(text))
  const screen = openScreenText(doc, stateOfText(text))
  const other = (at: number, remove: number, insert: string) =>
    doc.transact(() => {
      doc.getText('text').delete(at, remove)
      doc.getText('text').insert(at, insert)
    }, 'elsewhere')
  return { screen, other, all: () => doc.getText('text').toString() }
}

it.each([
  ['before the caret', [0, 0, 'zero '], { text: 'zero one two', start: 8, end: 8 }],
  ['behind the caret', [7, 0, ' three'], { text: 'one two three', start: 3, end: 3 }],
  ['at the caret', [3, 0, ' and'], { text: 'one and two', start: 3, end: 3 }],
  ['around the caret', [1, 4, ''], { text: 'owo', start: 1, end: 1 }],
] as const)('keeps the caret behind its letter when others write %s', (_name, [at, remove, insert], drawn) => {
  const { screen, other } = open('one two')
  other(at, remove, insert)
  expect(screen.draw({ start: 3, end: 3 })).toEqual(drawn)
})

it('keeps a selection on its words while others write above and below it', () => {
  const { screen, other } = open('one two three')
  other(13, 0, ' four')
  other(4, 0, 'and ')
  expect(screen.draw({ start: 4, end: 7 })).toEqual({ text: 'one and two three four', start: 8, end: 11 })
})

it('deletes nothing that the screen has not drawn, and keeps what is typed together', () => {
  const { screen, other, all } = open('one ')
  other(4, 0, 'theirs ')
  screen.edit('one m', 5)
  screen.edit('one mi', 6)
  expect(screen.text()).toBe('one mi')
  // Which of two that were put in one place comes first, chance says.
  expect(['one mitheirs ', 'one theirs mi']).toContain(all())
  screen.edit('', 0)
  expect(all()).toBe('theirs ')
})

it('leaves a text with carriage returns alone until somebody types, and then takes only those', () => {
  const { screen, other, all } = open('one\r\ntwo\rthree')
  expect(screen.draw({ start: 0, end: 0 }).text).toBe('one\r\ntwo\rthree')
  other(5, 0, 'theirs ')
  screen.edit('one\ntwo\nthree!', 14)
  expect(all()).toBe('one\ntheirs two\nthree!')
})
