import { expect, it } from 'vitest'
import { remember } from '@/lib/platform/device-memory'
import { boardSession } from '@/tests/factories/board-session'
import type { BoardMove, BoardPlace } from '../board'
import { after, deskOf, movesOn } from '../moving/desk'
import { keepSuggested, listSuggestedSteps } from './suggested-moves'

const key = { conferenceId: 'c', userId: 'ann' }
const [now, later] = [new Date('2026-03-01T10:00:00Z'), new Date('2026-03-01T11:00:01Z')]
const place = (roomId: string): BoardPlace => ({
  ...{ dayOn: '2026-03-24', startAt: '2026-03-24T09:00:00.000Z', endAt: null, roomIds: [roomId] },
})
const move = (sessionId: string, to: string, userId: string): BoardMove => ({
  ...{ sessionId, title: sessionId, place: place(to), from: place('loft'), userId, by: userId, at: now.toISOString() },
})
const sessions = ['a', 'b', 'c'].map((id) => boardSession(id, place('loft')))
const draft = {
  version: 3,
  moves: [move('a', 'hall', 'ann'), move('b', 'attic', 'bo'), move('c', 'hall', 'ann')],
  ignored: [],
}
const moves = [
  { sessionId: 'a', from: place('loft'), to: place('hall') },
  { sessionId: 'b', from: place('loft'), to: place('hall') },
  { sessionId: 'c', from: place('attic'), to: place('hall') },
]

it('is a step of the board that undo takes back, but for what others have moved since', () => {
  keepSuggested(key, moves, now)
  const steps = listSuggestedSteps(key, { draft, sessions }, now)
  const undone = after({ ...deskOf(draft), done: steps }, { kind: 'undid', id: '1', at: now.toISOString() })
  const me = { userId: 'ann', by: 'ann' }
  expect(movesOn(undone, me).map(({ sessionId, place: { roomIds } }) => [sessionId, ...roomIds])).toEqual([
    ['b', 'attic'],
    ['c', 'attic'],
  ])
})

it('is of the same person alone, for an hour, and nothing where something else is kept', () => {
  keepSuggested(key, moves, now)
  const board = { draft, sessions }
  expect([
    listSuggestedSteps({ ...key, userId: 'bo' }, board, now),
    listSuggestedSteps(key, board, later),
    listSuggestedSteps(key, { ...board, draft: { ...draft, moves: [] } }, now),
  ]).toEqual([[], [], []])
  remember('hallway-suggested-c-ann', '{')
  expect(listSuggestedSteps(key, board, now)).toEqual([])
})
