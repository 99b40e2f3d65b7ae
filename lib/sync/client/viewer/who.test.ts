import { expect, it } from 'vitest'
import { readWho } from './who'

it('reads who is here, and nothing of what this version does not know', () => {
  expect([readWho({ viewer: { id: 'ada' } }), readWho({ viewer: null })]).toEqual([
    { viewer: { id: 'ada' } },
    { viewer: null },
  ])
  for (const json of [undefined, null, 7, '<html>', [7], { viewer: 7 }])
    expect([json, readWho(json)]).toEqual([json, null])
})
