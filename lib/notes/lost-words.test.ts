import fc from 'fast-check'
import { expect, it } from 'vitest'
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
