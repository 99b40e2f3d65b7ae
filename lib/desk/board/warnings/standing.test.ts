import { expect, it } from 'vitest'
import { atOnce } from '@/lib/platform/tasks/in-parts'
import { boardRoom, boardSession } from '@/tests/factories/board-session'
import { withMoves, type BoardMove, type BoardSession } from '../board'
import { indexBoard } from './board-index'
import { standingWarnings, stillStanding } from './standing'

const at = (time: string) => `2026-03-24T${time}:00.000Z`
const on = (id: string, start: string, end: string, given: Partial<BoardSession> = {}) =>
  boardSession(id, { startAt: at(start), endAt: at(end), roomIds: ['hall'], ...given })
const sessions = [
  on('a', '09:00', '10:00'),
  on('b', '09:30', '10:30'),
  on('c', '10:30', '11:00', { speakerIds: ['eve'] }),
  on('d', '10:30', '11:00', { roomIds: ['foyer'], speakerIds: ['eve'] }),
  on('e', '10:30', '11:00', { roomIds: ['foyer'] }),
  on('f', '15:00', '16:00', { roomIds: ['loft'], speakerIds: ['fay'] }),
]
const board = {
  rooms: [boardRoom('hall'), boardRoom('loft'), { ...boardRoom('foyer'), allowsOverlap: true }],
  speakers: [
    { id: 'eve', name: 'Eve', away: [] },
    { id: 'fay', name: 'Fay', away: [{ startAt: at('15:30'), endAt: at('18:00') }] },
  ],
  walks: [],
  sessions,
}
const published = indexBoard(board, sessions, null)
const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key).sort()

it('finds what cannot work as it is published, be nothing moved', () => {
  expect(keys(atOnce(standingWarnings(published)))).toEqual([
    'roomTwice a b',
    'speakerAway fay f',
    'speakerTwice eve c d',
  ])
})

it('is silent of what a draft mends, and of nothing else', () => {
  const standing = atOnce(standingWarnings(published))
  const moves: BoardMove[] = [
    { ...{ sessionId: 'b', title: 'b', userId: null, by: null, at: '' }, ...placed('b', '12:00', '13:00') },
    // Moved, and still while Fay is away.
    { ...{ sessionId: 'f', title: 'f', userId: null, by: null, at: '' }, ...placed('f', '16:00', '17:00') },
  ]
  const drafted = indexBoard(board, withMoves(sessions, moves), null)
  expect(keys(stillStanding(standing, drafted, ['b', 'f']))).toEqual(['speakerAway fay f', 'speakerTwice eve c d'])
  expect(stillStanding(standing, published, [])).toEqual(standing)
})

it('says the first two hundred of a programme in which everything is at once', () => {
  const all = Array.from({ length: 20_000 }, (_, index) => on(`s${index}`, '09:00', '10:00'))
  const index = indexBoard({ ...board, sessions: all }, all, null)
  expect(atOnce(standingWarnings(index)).length).toBe(200)
})

function placed(id: string, start: string, end: string): Pick<BoardMove, 'place' | 'from'> {
  const from = sessions.find((session) => session.id === id) ?? null
  return { from, place: { dayOn: '2026-03-24', startAt: at(start), endAt: at(end), roomIds: from?.roomIds ?? [] } }
}
