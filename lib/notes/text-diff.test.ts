import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffLines, diffText } from './text-diff'

it('names the stretch that is another', () => {
  expect(diffText('same', 'same')).toBe(null)
  expect(diffText('', 'new')).toEqual({ at: 0, remove: 0, insert: 'new' })
  expect(diffText('hel', 'hello')).toEqual({ at: 3, remove: 0, insert: 'lo' })
  expect(diffText('one two three', 'one three')).toEqual({ at: 4, remove: 4, insert: '' })
})

it('keeps words whole', () => {
  expect(diffText('alto ', 'alpha alto ')).toEqual({ at: 0, remove: 0, insert: 'alpha ' })
  expect(diffText('say alto ', 'say alpha alto ')).toEqual({ at: 4, remove: 0, insert: 'alpha ' })
  expect(diffText('a cat sat', 'a car sat')).toEqual({ at: 2, remove: 3, insert: 'car' })
  // Two signs of which the first halves are the same.
  expect(diffText('😀', '😁😀')).toEqual({ at: 0, remove: 0, insert: '😁' })
})

it('puts what was typed where the caret stands', () => {
  expect(diffText(' hel', ' hell', 5)).toEqual({ at: 4, remove: 0, insert: 'l' })
  expect(diffText(' a', ' aa', 3)).toEqual({ at: 2, remove: 0, insert: 'a' })
  expect(diffText('hell', 'hel', 2)).toEqual({ at: 2, remove: 1, insert: '' })
  // Autocorrect replaced a word behind which the caret stands.
  expect(diffText('teh cat ', 'the cat ', 8)).toEqual({ at: 0, remove: 3, insert: 'the' })
})

it('leads from one text to the other, and never cuts a pair of surrogates', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', '🤖', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.option(fc.nat(12), { nil: undefined }), (before, after, caret) => {
      const change = diffText(before, after, caret)
      const { at, remove, insert } = change ?? { at: 0, remove: 0, insert: '' }
      expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after)
      for (const part of [before.slice(0, at), before.slice(at, at + remove), before.slice(at + remove), insert])
        expect(part).not.toMatch(/\p{Surrogate}/u)
    }),
  )
})

it('names a stretch for each line that is another, the last one first, and one where there are more or fewer', () => {
  expect(diffLines('one\nsame\ntwo', '> one\nsame\n> two')).toEqual([
    { at: 9, remove: 0, insert: '> ' },
    { at: 0, remove: 0, insert: '> ' },
  ])
  expect(diffLines('one\ntwo', 'one')).toEqual([{ at: 3, remove: 4, insert: '' }])
  expect(diffLines('same', 'same')).toEqual([])
})
