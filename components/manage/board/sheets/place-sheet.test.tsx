// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { BoardPlace } from '@/lib/desk/board/board'
import { indexBoard } from '@/lib/desk/board/warnings/board-index'
import { boardRoom, boardSession } from '@/tests/factories/board-session'
import { say, warned } from '@/tests/board-sheet'
import { show } from '@/tests/show'
import { useBoardWords } from '../use-board-words'
import { PlaceSheet } from './place-sheet'

const at = (hour: number, room: string): BoardPlace => ({
  dayOn: '2026-03-24',
  startAt: new Date(Date.UTC(2026, 2, 24, hour)).toISOString(),
  endAt: new Date(Date.UTC(2026, 2, 24, hour + 1)).toISOString(),
  roomIds: [room],
})
const speakers = [{ id: 'ann', name: 'Ann', away: [] }]
const session = boardSession('moved', { ...at(9, 'hall'), speakerIds: ['ann'] })
const sessions = [
  session,
  boardSession('there', at(11, 'loft')),
  boardSession('hers', { ...at(11, 'attic'), speakerIds: ['ann'] }),
]
const board = { timeZone: 'UTC', rooms: ['hall', 'loft', 'attic'].map(boardRoom), speakers, walks: [], sessions }

function Sheet() {
  const words = useBoardWords(board, { userId: null, by: null })
  const nothing = () => undefined
  return (
    <PlaceSheet
      {...{ session, words, slug: 'days', move: undefined, mayMove: true, version: 1, rooms: board.rooms }}
      {...{ index: indexBoard(board, sessions, null), onMove: nothing, onGiveBack: nothing, onClose: nothing }}
    />
  )
}

it('warns of what would not work where the fields say, and of nothing once they say else', async () => {
  show(<Sheet />)
  await say(/^Room/, 'loft')
  expect(warned()).toEqual([])
  await say(/^Start/, '11:00')
  expect(warned()).toEqual([
    'Does not work“moved” and “there” are in loft at once.',
    'Does not workAnn speaks in “moved” and “hers” at once.',
  ])
  await say(/^Start/, '09:30')
  expect(warned()).toEqual([])
  await say(/^Start/, '1')
  expect(warned()).toEqual([])
})
