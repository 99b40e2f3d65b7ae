import { describe, expect, it } from 'vitest'
import type { PickRank } from '@/lib/planning/schema'
import { nextBatch, settle, shownBy, undone, type OutboxEntry } from './outbox'
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
