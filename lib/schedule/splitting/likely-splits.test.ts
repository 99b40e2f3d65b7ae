import { expect, it } from 'vitest'
import { likelySplits } from './likely-splits'

const rooms = (...names: string[]) => names.map((name) => ({ id: name, name }))

it.each([
  ['A (Track 1) + B (Track 2)', ['A', 'B']],
  ['G104 + G105', ['G104', 'G105']],
  ['G104+G105', ['G104', 'G105']],
  ['Hall 1 + Hall 2 + Hall 3', ['Hall 1', 'Hall 2', 'Hall 3']],
  ['Hall (left) + Loft', ['Hall (left)', 'Loft']],
  ['Talk + Coffee', ['Talk', 'Coffee']],
])('offers %j as %j', (name, into) => {
  expect(likelySplits(rooms(name), new Set())).toEqual([{ id: name, name, into }])
})

it.each(['C++ room', 'Room C++', 'Hall A', 'A +', '+ B', 'A + A', 'a+b+c+d+e', 'Hall + ?!'.replace('?!', ' ')])(
  'leaves %j as it is',
  (name) => {
    expect(likelySplits(rooms(name), new Set())).toEqual([])
  },
)

it('names rooms as they are called, and asks nothing that was answered', () => {
  const all = rooms('HALL A', 'B (Track 2)', 'Hall A + B (Track 2)', 'X + Y')
  expect(likelySplits(all, new Set(['x + y']))).toEqual([
    { id: 'Hall A + B (Track 2)', name: 'Hall A + B (Track 2)', into: ['HALL A', 'B (Track 2)'] },
  ])
})
