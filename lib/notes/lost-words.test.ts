import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { losesWords } from './lost-words'

it('tells when a word stands in none of the texts any more', () => {
  expect([
    losesWords('hel', 'hello'),
    losesWords('one two', 'two one'),
    losesWords('one two', 'two'),
    losesWords('one two', 'two', 'and one'),
    losesWords('', 'x'),
  ]).toEqual([false, false, true, false, false])
})

it('says the same wherever in a text the change is, and whatever else the text says', () => {
  const word = fc.constantFrom('one', 'two', 'on', 'three', 'o', 'thre')
  const words = fc.array(word, { maxLength: 8 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(words, words, words, (before, after, another) => {
      const stands = (said: string) => [after, another].some((text) => text.includes(said))
      expect(losesWords(before, after, another)).toBe(!before.split(/\s+/).every(stands))
    }),
  )
})

it.each([
  ['of which only the beginning is left', 'one three', 'one thre'],
  ['of which only the end is left', 'three one', 'hree one'],
  ['that became two', 'one another two', 'one an other two'],
  ['between others', 'one two three', 'one three'],
  ['beside one that begins alike', 'stand by', 'standing'],
])('tells that a word is gone %s', (_, before, after) => {
  expect(losesWords(before, after)).toBe(true)
})

it('takes any whitespace for what parts words', () => {
  expect([losesWords('one\n\ttwo  three', 'three two\none'), losesWords('one\ntwo', 'two\nthree')]).toEqual([
    false,
    true,
  ])
})

describe('in a long text', () => {
  const numbered = (count: number, after = '') => Array.from({ length: count }, (_, nth) => `w${nth}${after}`)
  const text = (words: string[]) => words.join(' ')

  it('finds words again wherever they went', () => {
    const words = numbered(60)
    expect(losesWords(text(words), text(words.toReversed()))).toBe(false)
    expect(losesWords(text(words), text(words.slice(30)), text(words.slice(0, 30)))).toBe(false)
    expect(losesWords(text(words), text(words.toReversed().slice(1)))).toBe(true)
  })

  it('knows those that were typed on, fifty at most: where more are others, it is another text', () => {
    // Each stands in the other text as a part of a word, in another order.
    const typed = (count: number) => losesWords(text(numbered(count)), text(numbered(count, 'x').toReversed()))
    expect([typed(50), typed(51)]).toEqual([false, true])
    const among = (others: number) =>
      losesWords(text([...numbered(others), ...numbered(50, 'a')]), text([...numbered(50, 'ab'), ...numbered(others)]))
    expect([among(20), among(60)]).toEqual([false, false])
  })
})
