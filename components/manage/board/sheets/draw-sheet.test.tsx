// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { indexBoard } from '@/lib/desk/board/warnings/board-index'
import { boardRoom, boardSession } from '@/tests/factories/board-session'
import { say, warned } from '@/tests/board-sheet'
import { show } from '@/tests/show'
import { useBoardWords } from '../use-board-words'
import { DrawSheet } from './draw-sheet'

const place = {
  dayOn: '2026-03-24',
  startAt: '2026-03-24T09:00:00.000Z',
  endAt: '2026-03-24T10:00:00.000Z',
  roomIds: ['hall'],
}
const sessions = [
  boardSession('there', place),
  boardSession('late', { ...place, roomIds: ['loft'] }),
  boardSession('desk', { ...place, endAt: '2026-03-24T18:00:00.000Z', kind: 'service', roomIds: [] }),
]
const board = { timeZone: 'UTC', rooms: ['hall', 'loft'].map(boardRoom), speakers: [], walks: [], sessions }

function Sheet() {
  const words = useBoardWords(board, { userId: null, by: null })
  const nothing = () => undefined
  const index = indexBoard(board, sessions, null)
  return <DrawSheet {...{ place, words, index, rooms: board.rooms, onDraw: nothing, onClose: nothing }} />
}

it('warns of a room that is taken where a session is drawn, and of nothing once its fields say else', async () => {
  show(<Sheet />)
  expect(warned()).toEqual(['Does not work“New session” and “there” are in hall at once.'])
  await say(/^Title/, 'Fog')
  await say(/^Room/, 'loft')
  expect(warned()).toEqual(['Does not work“Fog” and “late” are in loft at once.'])
  await say(/^End/, '12:00')
  await say(/^Start/, '11:00')
  expect(warned()).toEqual([])
})
