import { expect, it } from 'vitest'
import { refusedField } from './refused-field'

const [nobody, named, author] = [
  { handle: null, authorName: null },
  { handle: null, authorName: 'Ann' },
  { handle: 'ann', authorName: 'Ann' },
]

it.each([
  ['nameWrong', ['name', null, null]],
  ['handleTaken', ['handle', 'handle', null]],
  ['handleInUse', ['handle', 'handle', null]],
  ['slugTaken', ['slug', 'slug', 'slug']],
  ['publishAtPassed', ['publishAt', 'publishAt', 'publishAt']],
  ['seriesTitleMissing', ['series', 'series', 'series']],
  ['UNAVAILABLE', [null, null, null]],
  [null, [null, null, null]],
])('%s is said where its field is, or at the foot', (refusal, fields) => {
  expect([nobody, named, author].map((facts) => refusedField(refusal, facts))).toEqual(fields)
})
