import { expect, it } from 'vitest'
import { isEqual, isEqualInOrder, keepEqual, shownIn, standing } from './fold'
import type { OutboxEntry } from './outbox'

const entry = (order: number, given: Partial<OutboxEntry> = {}): OutboxEntry => ({
  order,
  conferenceId: 'c',
  mutation: { id: `m${order}`, name: 'dropPick', args: { sessionId: 's' }, at: '2026-03-24T12:00:00.000Z' },
  ...given,
})

it('shows what was made here in order, with what is done already and without what was refused', () => {
  const entries = [entry(3), entry(1, { doneBy: 7 }), entry(2, { refused: 'NOT_FOUND' })]
  expect(standing(entries).map(({ order }) => order)).toEqual([1, 3])
  expect(entries.map(({ order }) => order)).toEqual([3, 1, 2])
})

it('makes a conference’s part once', () => {
  const shown = new Map<string, Map<string, number>>()
  shownIn(shown, 'a').set('x', 1)
  expect([shownIn(shown, 'a').get('x'), shownIn(shown, 'b').size, [...shown.keys()]]).toEqual([1, 0, ['a', 'b']])
})

it('keeps each part that says the same, so that only its conference is drawn anew', () => {
  const before = new Map([
    ['a', new Map([['x', 1]])],
    ['b', new Map([['y', 2]])],
    ['gone', new Map([['z', 3]])],
  ])
  const next = new Map([
    ['a', new Map([['x', 1]])],
    ['b', new Map([['y', 3]])],
    ['new', new Map([['w', 4]])],
  ])
  const kept = keepEqual(before, next)
  expect([...kept]).toEqual([...next])
  expect(['a', 'b', 'new'].map((key) => kept.get(key) === before.get(key))).toEqual([true, false, false])
  expect(keepEqual(undefined, next).get('a')).toBe(next.get('a'))
  expect(keepEqual(before, next, () => true).get('b')).toBe(before.get('b'))
})

it('compares maps in whichever order, and in theirs where that says something', () => {
  const [one, other] = [
    new Map(Object.entries({ a: 1, b: { c: [2] } })),
    new Map(Object.entries({ b: { c: [2] }, a: 1 })),
  ]
  expect([isEqual(one, other), isEqualInOrder(one, other), isEqualInOrder(one, new Map(one))]).toEqual([
    true,
    false,
    true,
  ])
  expect([
    isEqual({ inner: one }, { inner: other }),
    isEqual(one, new Map([['a', 1]])),
    isEqual([1, 2], [2, 1]),
  ]).toEqual([true, false, false])
})
