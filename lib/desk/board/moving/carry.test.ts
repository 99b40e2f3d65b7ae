import { expect, it } from 'vitest'
import { boardSession } from '@/tests/factories/board-session'
import { land, boardLength, resize, toTray, type LandedSession } from './carry'

const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)
const iso = (time: string) => `2026-03-24T${time}:00.000Z`
const on = (id: string, start: string, end: string | null, ...roomIds: string[]) =>
  boardSession(id, { startAt: iso(start), endAt: end && iso(end), roomIds })
const board = { dayOn: '2026-03-24', rooms: ['hall', 'loft', 'attic', null] }
const told = (moves: LandedSession[]) =>
  moves.map(({ session: { id }, place: { startAt, endAt, roomIds } }) =>
    [id, startAt?.slice(11, 16), endAt?.slice(11, 16), ...roomIds].join(' '),
  )

it('moves a session and keeps its length; of several rooms the one it was held in is another', () => {
  const both = on('a', '09:00', '09:45', 'hall', 'attic')
  expect(told(land({ sessions: [both], roomId: 'hall' }, { start: ms('10:05'), roomId: 'loft' }, board))).toEqual([
    'a 10:05 10:50 loft attic',
  ])
  expect(told(land({ sessions: [both], roomId: 'hall' }, { start: ms('10:05'), roomId: 'attic' }, board))).toEqual([
    'a 10:05 10:50 attic',
  ])
  expect(told(land({ sessions: [both], roomId: 'hall' }, { start: ms('10:05'), roomId: null }, board))).toEqual([
    'a 10:05 10:50 attic',
  ])
  expect(
    told(land({ sessions: [on('open', '09:00', null)], roomId: null }, { start: ms('10:00'), roomId: 'hall' }, board)),
  ).toEqual(['open 10:00  hall'])
})

it('moves several as far from each other as they were, and none beyond the last room', () => {
  const carried = [
    on('a', '09:00', '09:30', 'hall'),
    on('b', '09:30', '10:00', 'loft'),
    on('c', '10:00', '11:00', 'attic'),
  ]
  expect(told(land({ sessions: carried, roomId: 'hall' }, { start: ms('08:30'), roomId: 'loft' }, board))).toEqual([
    'a 08:30 09:00 loft',
    'b 09:00 09:30 attic',
    'c 09:30 10:30',
  ])
})

it('lays what comes from the tray one after the other, half an hour each', () => {
  const tray = ['a', 'b'].map((id) => boardSession(id, { roomIds: ['attic'] }))
  expect(told(land({ sessions: tray, roomId: null }, { start: ms('10:00'), roomId: 'loft' }, board))).toEqual([
    'a 10:00 10:30 loft',
    'b 10:30 11:00 loft',
  ])
})

it('puts into the tray what then has no time, and lies on its day', () => {
  expect(toTray([on('a', '09:00', '09:30', 'hall')]).map(({ place }) => place)).toEqual([
    { dayOn: '2026-03-24', startAt: null, endAt: null, roomIds: ['hall'] },
  ])
})

it('makes longer and shorter at either end, and leaves five minutes', () => {
  const session = on('a', '09:00', '10:00', 'hall')
  expect(
    told([
      resize(session, 'end', ms('10:20')),
      resize(session, 'end', ms('08:00')),
      resize(session, 'start', ms('08:40')),
      resize(session, 'start', ms('11:00')),
    ]),
  ).toEqual(['a 09:00 10:20 hall', 'a 09:00 09:05 hall', 'a 08:40 10:00 hall', 'a 09:55 10:00 hall'])
  expect(boardLength(on('a', '09:00', null))).toBe(30 * 60_000)
})
