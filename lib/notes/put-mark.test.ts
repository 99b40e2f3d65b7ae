import { expect, it } from 'vitest'
import { putMark } from './put-mark'

const now = '14:05'

it.each([
  ['a quote before the line that is written', 'one\ntwo', 7, 'quote', 'one\n> two', 9],
  ['a to-do on an empty line', 'one\n', 4, 'todo', 'one\n[ ] ', 8],
  ['another mark instead', '? why', 5, 'quote', '> why', 5],
  ['no mark where it was', '14:00 $ Acme', 12, 'sponsor', '14:00 Acme', 10],
  ['a mark behind the time', '14:00 Ann', 9, 'person', '14:00 @ Ann', 11],
  ['the time before everything', '> said', 6, 'time', '14:05 > said', 12],
  ['no second time', '14:00 x', 7, 'time', '14:00 x', 7],
  ['a link where the caret is', 'see', 3, 'link', 'see https://', 12],
  ['a mark at the beginning of a text', '', 0, 'question', '? ', 2],
  ['a mark while the caret is before it', '> a', 0, 'quote', 'a', 0],
] as const)('puts %s', (_name, text, caret, kind, expected, at) => {
  expect(putMark(text, { start: caret, end: caret }, kind, now)).toEqual({ text: expected, start: at, end: at })
})

it.each([
  // What is selected stands in brackets.
  ['one mark before each line, past empty ones', 'a\n[one\n\n  two]\nb', 'todo', 'a\n[ ] [one\n\n  [ ] two]\nb'],
  ['it before those that lack it', 'o[ne\n> two\n14:00 th]ree', 'quote', '> o[ne\n> two\n14:00 > th]ree'],
  ['none where all had it', '[> one\n>two]', 'quote', '[one\ntwo]'],
  ['another instead', '[? one\n[x] two]', 'person', '[@ one\n@ two]'],
  ['the time before those that have none', '[one\n13:00 two]', 'time', '14:05 [one\n13:00 two]'],
  ['nothing before the line at whose beginning the selection ends', '[one\n]two', 'question', '? [one\n]two'],
  ['nothing on lines without words', '[\n\n]', 'quote', '[\n\n]'],
  ['it before the words of a line that are selected', 'one [two]', 'sponsor', '$ one [two]'],
  ['it on an empty first line', '[]\none', 'quote', '> []\none'],
] as const)('puts, where several lines are selected, %s', (_name, given, kind, expected) => {
  const { text, start, end } = selectedIn(given)
  const wanted = selectedIn(expected)
  expect(putMark(text, { start, end }, kind, now)).toEqual(wanted)
})

/** @param said its first and its last bracket that stand for no to-do are what is selected */
function selectedIn(said: string): { text: string; start: number; end: number } {
  const plain = said.replaceAll('[ ]', '{ }').replaceAll('[x]', '{x}')
  const [start, end] = [plain.indexOf('['), plain.indexOf(']') - 1]
  const text = plain.replace('[', '').replace(']', '').replaceAll('{', '[').replaceAll('}', ']')
  return { text, start, end }
}

it.each([
  ['at the beginning', '', 0, 'https://', 8],
  ['behind a space', 'see ', 4, 'see https://', 12],
  ['behind a line', 'see\n', 4, 'see\nhttps://', 12],
  ['within a line of several words', 'a b c', 3, 'a b https:// c', 12],
  ['before everything', 'see', 0, 'https://see', 8],
] as const)('puts a link %s with a space before it only where words would touch it', (_, text, caret, expected, at) => {
  expect(putMark(text, { start: caret, end: caret }, 'link', now)).toEqual({ text: expected, start: at, end: at })
})

it.each([
  ['a to-do on an indented line', '  call', 6, 'todo', '  [ ] call', 10],
  ['the time on an indented line', '  call', 6, 'time', '  14:05 call', 12],
  ['a mark on the first of two lines, with the caret at its end', 'one\ntwo', 3, 'quote', '> one\ntwo', 5],
  ['a mark on a line of spaces', '  ', 2, 'question', '  ? ', 4],
] as const)('puts %s', (_, text, caret, kind, expected, at) => {
  expect(putMark(text, { start: caret, end: caret }, kind, now)).toEqual({ text: expected, start: at, end: at })
})

it('takes a mark off and puts it back as it was', () => {
  for (const kind of ['quote', 'question', 'todo', 'person', 'sponsor'] as const) {
    const put = putMark('one\ntwo', { start: 0, end: 7 }, kind, now)
    expect(putMark(put.text, put, kind, now)).toEqual({ text: 'one\ntwo', start: 0, end: 7 })
  }
})
