import { expect, it } from 'vitest'
import type { ProgramChange } from '@/lib/program/program-change'
import { changesForMe } from './changes'

const change = (
  version: number,
  sessionId: string,
  field: string,
  old: unknown = null,
  now: unknown = null,
): ProgramChange => ({ sessionId, field, old, new: now, version, at: `2026-03-0${version}T10:00:00.000Z` })
const picks = new Map([
  ['rust', 'first'],
  ['go', 'planB'],
  ['hidden', 'hidden'],
] as const)
const seen = (version: number) => () => version

it('merges what happened to each pick into one line, the latest first', () => {
  const changes = [
    change(4, 'rust', 'startAt', '10:00', '11:00'),
    change(2, 'rust', 'startAt', '09:00', '10:00'),
    change(3, 'rust', 'rooms', ['A'], ['B']),
    change(5, 'go', 'cancelled'),
    change(5, 'other', 'cancelled'),
    change(5, 'hidden', 'cancelled'),
  ]
  expect(changesForMe(changes, picks, seen(1))).toEqual([
    { sessionId: 'go', standing: 'cancelled', fields: [], version: 5, at: '2026-03-05T10:00:00.000Z' },
    {
      sessionId: 'rust',
      standing: null,
      fields: [
        { field: 'startAt', old: '09:00', new: '11:00' },
        { field: 'rooms', old: ['A'], new: ['B'] },
      ],
      version: 4,
      at: '2026-03-04T10:00:00.000Z',
    },
  ])
})

it('begins after what I saw', () => {
  expect(
    changesForMe([change(2, 'rust', 'title', 'a', 'b'), change(3, 'rust', 'title', 'b', 'c')], picks, seen(2)),
  ).toEqual([
    {
      sessionId: 'rust',
      standing: null,
      fields: [{ field: 'title', old: 'b', new: 'c' }],
      version: 3,
      at: '2026-03-03T10:00:00.000Z',
    },
  ])
})

it('knows of each session by itself', () => {
  const changes = [change(2, 'rust', 'title', 'a', 'b'), change(2, 'go', 'title', 'c', 'd')]
  expect(
    changesForMe(changes, picks, (sessionId) => (sessionId === 'rust' ? 2 : 1)).map(({ sessionId }) => sessionId),
  ).toEqual(['go'])
})

it('makes no news of what was taken back, or of texts', () => {
  const changes = [
    change(2, 'rust', 'rooms', ['A'], ['B']),
    change(3, 'rust', 'rooms', ['B'], ['A']),
    change(4, 'rust', 'description', 'a', 'b'),
    change(2, 'go', 'cancelled'),
    change(3, 'go', 'restored'),
  ]
  expect(changesForMe(changes, picks, seen(0))).toEqual([])
  expect(
    changesForMe([...changes, change(4, 'go', 'cancelled')], picks, seen(0)).map(({ standing }) => standing),
  ).toEqual(['cancelled'])
})
