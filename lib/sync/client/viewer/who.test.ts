import { expect, it } from 'vitest'
import { readWho } from './who'

const notBlocked = { viewer: { id: 'ada', blocked: 'no' } }

it('reads who is here, and nothing of what this version does not know', () => {
  const [ada, blocked] = [
    { id: 'ada', isNew: true },
    { id: 'ada', blocked: true },
  ]
  expect([{ viewer: ada }, { viewer: blocked, more: 1 }, { viewer: null }].map(readWho)).toEqual([
    { viewer: { id: 'ada', blocked: false } },
    { viewer: { id: 'ada', blocked: true } },
    { viewer: null },
  ])
  for (const json of [undefined, null, 7, '<html>', [7], {}, { viewer: 7 }, { viewer: { id: 7 } }, notBlocked])
    expect([json, readWho(json)]).toEqual([json, null])
})
