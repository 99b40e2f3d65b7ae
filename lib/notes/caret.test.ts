import { expect, it } from 'vitest'
import { mapCaret, rebase } from './caret'

it.each([
  ['before what changed', 'one two', 'one three two', 3, 3],
  ['behind what was put in', 'one two', 'zero one two', 7, 12],
  ['behind what was taken out', 'one two three', 'two three', 5, 1],
  ['inside of what was replaced', 'one two three', 'one 2 three', 6, 5],
  ['in an empty text', '', 'new', 0, 0],
  ['where all is gone', 'one', '', 2, 0],
  ['where nothing changed', 'one', 'one', 2, 2],
  ['in the middle of two changes', 'a b c', 'xa b cx', 2, 7],
])('keeps a caret %s', (_name, before, after, caret, expected) => {
  expect(mapCaret(before, after, caret)).toBe(expected)
})

it.each([
  ['nothing came from elsewhere', 'one', 'one two', 'one', 'one two'],
  ['something came before it', 'one', 'one two', 'zero one', 'zero one two'],
  ['something came behind it', 'one', 'zero one', 'one two', 'zero one two'],
  ['the word was taken out meanwhile', 'one xyz three', 'one xyz! three', 'one three', 'one !three'],
  ['a letter was deleted here', 'one two', 'one to', 'zero one two', 'zero one to'],
  ['nothing was typed', 'one', 'one', 'two', 'two'],
])('types into a text that became another when %s', (_name, before, mine, theirs, expected) => {
  expect(rebase(before, mine, theirs)).toBe(expected)
})
