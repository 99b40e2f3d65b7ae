import { expect, it } from 'vitest'
import { titleWithout } from './title'

it.each([
  ['Fog - Ada Brook, Pier 9', 'Fog'],
  ['Fog - a history - Ada Brook & Ben Cole', 'Fog - a history'],
  ['Fog – Ben Cole; Ada Brook; Moderated by Cy Dune', 'Fog'],
  ['Fog - a history', 'Fog - a history'],
  ['Sponsored Keynote: Ada Brook, Pier 9', 'Sponsored Keynote: Ada Brook, Pier 9'],
  [' - Ada Brook', ' - Ada Brook'],
])('takes the people off %j', (name, title) => {
  expect(titleWithout(['Ada Brook', 'Ben Cole'], name)).toBe(title)
})
