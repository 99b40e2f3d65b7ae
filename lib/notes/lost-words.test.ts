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
