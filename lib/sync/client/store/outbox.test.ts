import { describe, expect, it } from 'vitest'
import type { PickRank } from '@/lib/planning/schema'
import { isEntryOf, nextBatch, settle, shownBy, undone, type OutboxEntry } from './outbox'
import { shownPicks } from '@/lib/planning/device/shown'

const at = '2026-03-20T12:00:00.000Z'
const set = (
  order: number,
  sessionId: string,
  rank: PickRank = 'first',
  given: Partial<OutboxEntry> = {},
): OutboxEntry => ({
  order,
  conferenceId: 'c',
  mutation: { id: `m${order}`, name: 'setPick', args: { sessionId, rank }, at },
  ...given,
})
const drop = (order: number, sessionId: string, given: Partial<OutboxEntry> = {}): OutboxEntry => ({
  order,
  conferenceId: 'c',
  mutation: { id: `m${order}`, name: 'dropPick', args: { sessionId }, at },
  ...given,
})

describe('shownPicks', () => {
  it('lays what was done here over what the server told, in order', () => {
    const picks = [
      { sessionId: 'a', conferenceId: 'c', rank: 'first' },
      { sessionId: 'b', conferenceId: 'c', rank: 'first' },
      { sessionId: 'x', conferenceId: 'd', rank: 'hidden' },
    ] as const
    const entries = [
      set(4, 'e', 'planB'),
      drop(1, 'a'),
      set(2, 'a', 'planB'),
      drop(3, 'b', { doneBy: 9 }),
      drop(5, 'x', { refused: 'NOT_FOUND' }),
    ]
    expect(shownPicks(picks, entries)).toEqual(
      new Map([
        [
          'c',
          new Map([
            ['a', 'planB'],
            ['e', 'planB'],
          ]),
        ],
        ['d', new Map([['x', 'hidden']])],
      ]),
    )
  })
})

describe('nextBatch', () => {
  it('takes what has no answer, oldest first, at most 50', () => {
    expect(
      nextBatch([
        set(3, 'c'),
        set(1, 'a', 'first', { doneBy: 1 }),
        set(2, 'b'),
        set(4, 'd', 'first', { refused: 'INVALID' }),
      ]),
    ).toEqual([set(2, 'b'), set(3, 'c')])
    expect(nextBatch(Array.from({ length: 60 }, (_, index) => set(index, 'a'))).map(({ order }) => order)).toEqual(
      Array.from({ length: 50 }, (_, index) => index),
    )
  })
})

describe('settle', () => {
  it('notes each answer, and leaves what has none waiting', () => {
    const entries = [set(1, 'a'), set(2, 'b'), set(3, 'c'), set(4, 'd', 'first', { doneBy: 2 })]
    const results = [
      { id: 'm1', ok: true as const },
      { id: 'm2', ok: false as const, code: 'NOT_FOUND' as const },
      { id: 'm4', ok: true as const },
      { id: 'stranger', ok: true as const },
    ]
    expect(settle(entries, { results, revision: 7 })).toEqual([
      set(1, 'a', 'first', { doneBy: 7 }),
      set(2, 'b', 'first', { refused: 'NOT_FOUND' }),
    ])
  })
})

describe('shownBy', () => {
  const entries = [
    set(1, 'a', 'first', { doneBy: 5 }),
    set(2, 'b', 'first', { doneBy: 6 }),
    set(3, 'c'),
    set(4, 'd', 'first', { refused: 'NOT_FOUND' }),
  ]

  it('lets go of what a pull shows', () => {
    expect(shownBy(entries, 5)).toEqual([1])
  })

  it('sends what was done once more when the server was put back', () => {
    expect(undone(entries)).toEqual([set(1, 'a'), set(2, 'b')])
  })
})

describe('a push', () => {
  const large = (order: number, characters: number): OutboxEntry => ({
    order,
    conferenceId: 'c',
    mutation: {
      id: `m${order}`,
      name: 'editNote',
      at,
      args: { id: 'n', conferenceId: 'c', notedAt: at, update: 'x'.repeat(characters) },
    },
  })
  const orders = (entries: OutboxEntry[], most?: number) => nextBatch(entries, most).map(({ order }) => order)

  it('ends before what makes it too large to get through a bad network', () => {
    // Each with less than a hundred characters around it.
    expect([
      orders([large(1, 199_000), large(2, 199_000), large(3, 10)]),
      orders([large(1, 199_000), large(2, 199_000), large(3, 10_000), large(4, 10)]),
      orders([large(1, 399_000), large(2, 2_000)]),
    ]).toEqual([[1, 2, 3], [1, 2], [1]])
  })

  it('carries what is too large alone, when its turn comes', () => {
    expect([orders([large(1, 500_000), set(2, 'a')]), orders([set(1, 'a'), large(2, 500_000), set(3, 'b')])]).toEqual([
      [1],
      [1],
    ])
  })

  it('carries so many as its sender asks for', () => {
    expect(orders([set(3, 'c'), set(1, 'a'), set(2, 'b')], 2)).toEqual([1, 2])
    expect(orders([])).toEqual([])
  })
})

it('leaves an edit whose base the server has not for another to take its place', () => {
  const entries = [set(1, 'a', 'first', { tries: 2 }), set(2, 'b', 'first', { tries: 1 }), set(3, 'c')]
  const results = [
    { id: 'm1', ok: false as const, code: 'BASE_MISSING' as const },
    { id: 'm2', ok: false as const, code: 'TOO_LARGE' as const },
    { id: 'm3', ok: true as const },
  ]
  expect(settle(entries, { results, revision: 4 })).toEqual([
    set(2, 'b', 'first', { refused: 'TOO_LARGE' }),
    set(3, 'c', 'first', { doneBy: 4 }),
  ])
})

it('tells entries apart by the names of their changes', () => {
  const [one, other] = [set(1, 'a'), drop(2, 'a')]
  expect([
    isEntryOf(one, 'setPick'),
    isEntryOf(other, 'setPick'),
    isEntryOf(other, 'setPick', 'dropPick'),
    isEntryOf(one, 'setPhoto', 'deletePhoto'),
  ]).toEqual([true, false, true, false])
})
