import { expect, it } from 'vitest'
import { noteTitle } from './note-title'

it.each([
  ['Idea\nand more', 'Idea'],
  ['\n  \n Idea', 'Idea'],
  ['## Heading', 'Heading'],
  ['####### seven', '####### seven'],
  ['- [ ] Call Ann', 'Call Ann'],
  ['\u202Edi', 'di'],
])('calls %j by its first words, without their mark', (text, title) => {
  expect(noteTitle({ text, place: 'Hall' })).toBe(title)
})

it('is called by its place where it has no words, and else by nothing', () => {
  expect([noteTitle({ text: ' \n', place: 'Foyer' }), noteTitle({ text: '' })]).toEqual(['Foyer', ''])
})

it('shortens a long line, and looks no further than the first page', () => {
  expect(noteTitle({ text: 'word '.repeat(40) })).toBe('word '.repeat(16).trim())
  expect(noteTitle({ text: `${' '.repeat(2_000)}late`, place: 'Hall' })).toBe('Hall')
})
