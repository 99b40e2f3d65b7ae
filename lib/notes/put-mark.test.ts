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
  expect(putMark(text, caret, kind, now)).toEqual({ text: expected, caret: at })
})
