import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renamer } from './rename'

const [ada, ben] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const uuid = fc.uuid({ version: 4 })

it('leaves ids alone that stay with one person, or with a guest', () => {
  for (const [from, to] of [
    [ada, ada],
    [null, ada],
    [ada, null],
    [null, null],
  ] as const)
    expect(renamer(from, to)(ben)).toBe(ben)
})

it('gives a note of another account an id of its own, the same each time, that is a UUID of the same kind', () => {
  fc.assert(
    fc.property(uuid, (id) => {
      const renamed = renamer(ada, ben)(id)
      expect(renamed).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect([renamed === id, renamed === renamer(ada, ben)(id)]).toEqual([false, true])
      expect([renamed[14], renamed[19]]).toEqual([id[14], id[19]])
    }),
  )
})

it('gives two notes two ids, and one note another for each pair of people', () => {
  fc.assert(
    fc.property(uuid, uuid, (one, other) => {
      fc.pre(one !== other)
      expect(renamer(ada, ben)(one)).not.toBe(renamer(ada, ben)(other))
    }),
  )
  const third = '33333333-3333-4333-8333-333333333333'
  const id = '0f0e0d0c-0b0a-4908-8706-050403020100'
  expect(renamer(ada, ben)(id)).not.toBe(renamer(ada, third)(id))
  expect(renamer(ben, ada)(id)).toBe(renamer(ada, ben)(id))
})
