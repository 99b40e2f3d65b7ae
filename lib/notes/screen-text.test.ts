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

/** A new note's screen, on which a text is typed letter by letter. */
function typeOn(typed: string, begun?: string) {
  const doc = new Y.Doc()
  if (begun) Y.applyUpdate(doc, stateOfText(begun))
  const screen = openScreenText(doc, begun === undefined ? undefined : stateOfText(begun))
  for (const letter of typed) {
    const text = screen.text() + letter
    screen.edit(text, text.length)
  }
  const other = (at: number, insert: string) => {
    doc.transact(() => doc.getText('text').insert(at, insert), 'elsewhere')
    screen.draw({ start: 0, end: 0 })
  }
  return { screen, other, doc, all: () => doc.getText('text').toString() }
}

it('takes back a word at a time, with the first letter by which the note was made, and brings all of it again', () => {
  const { screen, all } = typeOn('ne two\nthree', 'o')
  const undone = ['undo', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'redo'] as const
  expect(undone.map((way) => screen.turn(way))).toEqual([
    { text: 'one two\n', start: 8, end: 8 },
    { text: 'one ', start: 4, end: 4 },
    { text: '', start: 0, end: 0 },
    null,
    { text: 'one ', start: 4, end: 4 },
    { text: 'one two\n', start: 8, end: 8 },
    { text: 'one two\nthree', start: 13, end: 13 },
    null,
  ])
  expect(all()).toBe('one two\nthree')
})

it('takes back what was typed here alone, wherever it stands meanwhile', () => {
  const { screen, other, all } = typeOn('one two')
  other(0, 'zero ')
  other(8, ' and')
  expect(screen.turn('undo')).toEqual({ text: 'zero one and ', start: 13, end: 13 })
  expect(screen.turn('undo')).toEqual({ text: 'zero  and', start: 9, end: 9 })
  expect(screen.turn('undo')).toBeNull()
  expect(screen.turn('redo')).toEqual({ text: 'zero one and ', start: 13, end: 13 })
  screen.turn('redo')
  expect([all(), screen.text()]).toEqual(['zero one and two', 'zero one and two'])
})

it('brings back what was erased, in one go', () => {
  const { screen, all } = typeOn('one two')
  for (const text of ['one tw', 'one t', 'one ']) screen.edit(text, text.length)
  expect(screen.turn('undo')).toEqual({ text: 'one two', start: 7, end: 7 })
  expect(all()).toBe('one two')
})

it('takes a word that a keyboard composed, and one that it corrected, for one', () => {
  const { screen } = typeOn('')
  for (const [text, caret] of [
    ['k', 1],
    ['か', 1],
    ['かn', 2],
    ['漢字', 2],
    ['漢字 ', 3],
    ['漢字 teh', 6],
    ['漢字 the ', 7],
  ] as const)
    screen.edit(text, caret)
  expect([screen.turn('undo')?.text, screen.turn('undo')?.text]).toEqual(['漢字 ', ''])
})

it('has nothing to take back of a text that was there before', () => {
  const { doc } = typeOn('one two')
  const screen = openScreenText(doc)
  expect([screen.draw({ start: 0, end: 0 }).text, screen.turn('undo'), screen.turn('redo')]).toEqual([
    'one two',
    null,
    null,
  ])
})

it('takes back at once an earlier version that was brought back, and nothing else with it', () => {
  const { screen } = typeOn('one two')
  screen.edit('one two three four')
  screen.edit('one two three four!', 19)
  expect([screen.turn('undo')?.text, screen.turn('undo')?.text]).toEqual(['one two three four', 'one two'])
})

it('takes back in one step what a button put on several lines, and not what was typed before', () => {
  const { screen, other, all } = typeOn('one\ntwo')
  screen.edit('[ ] one\n[ ] two')
  other(7, ' theirs')
  expect(all()).toBe('[ ] one theirs\n[ ] two')
  expect([screen.turn('undo')?.text, screen.turn('undo')?.text]).toEqual(['one theirs\ntwo', 'one theirs\n'])
})
