import { expect, it } from 'vitest'
import { changedTexts } from './field-text'

const long = 'Lanterns on a pier. '.repeat(10)
const begun = long.slice(0, 118)

it.each([
  ['short ones whole', 'Fog', 'Mist', 'Fog', 'Mist'],
  ['nothing before', null, 'Fog', '', 'Fog'],
  ['rooms by name', ['Hall'], ['Hall', 'Attic'], 'Hall', 'Hall, Attic'],
  ['long ones from the first letter', `A ${long}`, `B ${long}`, `A ${begun}…`, `B ${begun}…`],
  [
    'long ones from shortly before where they part',
    `${long}It begins at ten.`,
    `${long}It begins at eleven.`,
    '…pier. Lanterns on a pier. It begins at ten.',
    '…pier. Lanterns on a pier. It begins at eleven.',
  ],
  [
    'what is new at the end',
    long.trim(),
    `${long}More.`,
    '…Lanterns on a pier. Lanterns on a pier.',
    '…Lanterns on a pier. Lanterns on a pier. More.',
  ],
])('shows of a change %s', (_, old, now, before, after) => {
  expect(changedTexts(old, now)).toEqual({ before, after })
})
