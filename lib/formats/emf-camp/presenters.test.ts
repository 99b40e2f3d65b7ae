import { expect, it } from 'vitest'
import { presentersOf } from './presenters'

it('tells several people from one band, and from the place where they are', () => {
  const venues = new Set(['Stage A', 'Arcade'])
  expect(
    [null, 'Ada Moor', 'Ada Moor, Ben Fell and Cy Tarn', 'Bits and Bobs', 'Arcade'].map((names) =>
      presentersOf(names, venues),
    ),
  ).toEqual([[], ['Ada Moor'], ['Ada Moor', 'Ben Fell', 'Cy Tarn'], ['Bits and Bobs'], []])
})
