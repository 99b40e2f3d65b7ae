import { expect, it } from 'vitest'
import { namesTag } from './if-none-match'

it.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['"b",W/"a" , "c"', true],
  ['*', true],
  [' * ', true],
  ['"b"', false],
  ['a', false],
  ['"A"', false],
  ['"ab"', false],
  ['""', false],
  ['', false],
  ['"*"', false],
  // A tag may hold a comma, and what stands between two tags is none.
  ['"b,"a"', false],
  ['"b" "a', false],
])('%s names "a": %s', (header, names) => {
  expect(namesTag(header, '"a"')).toBe(names)
})

it('finds a tag with a comma in it, and reads a long header of nothing in no time', () => {
  expect(namesTag('"x", "a,b"', '"a,b"')).toBe(true)
  expect([namesTag('W/'.repeat(100_000), '"a"'), namesTag('"'.repeat(100_001), '"a"')]).toEqual([false, false])
})
