import { expect, it } from 'vitest'
import { boardRoom, boardSession } from '@/tests/factories/board-session'
import { withMoves } from '../board'
import { layOutBoard } from './board-day'
import { shownCells, columnAt, columnsIn, stopsOf } from './in-view'

const rooms = ['attic', 'hall', 'loft'].map(boardRoom)
const iso = (time: string) => `2026-03-24T${time}:00.000Z`
const on = (id: string, start: string, end: string, ...roomIds: string[]) =>
  boardSession(id, { startAt: iso(start), endAt: iso(end), roomIds })
const published = [
  on('a', '09:00', '09:30', 'hall'),
  on('b', '09:10', '09:40', 'loft'),
  on('c', '09:15', '09:50', 'loft'),
  on('late', '22:30', '23:30', 'gone'),
  boardSession('tray'),
  { ...on('other', '03:00', '04:00', 'attic'), dayOn: '2026-03-23' },
]
const given = { rooms, published, sessions: published, day: '2026-03-24', timeZone: 'Europe/Paris' }
const day = layOutBoard(given)

it('has every room of the conference, those in use on the day first, and last what has none', () => {
  expect(
    day.columns.map(({ room, left, width, cells }) => [
      room?.id ?? null,
      left,
      width,
      cells.map(({ sessions: [one] }) => one?.id),
    ]),
  ).toEqual([
    ['hall', 0, 152, ['a']],
    ['loft', 152, 208, ['b', 'c']],
    ['attic', 360, 152, []],
    [null, 512, 152, ['late']],
  ])
  expect([day.width, new Date(day.opensAt).toISOString()]).toEqual([664, iso('09:00')])
})

it('begins an hour before the morning and ends an hour after what is latest, on the clocks of the conference', () => {
  const { start, end } = day.scale.span
  expect([start, end].map((at) => new Date(at).toISOString())).toEqual([iso('06:00'), '2026-03-25T01:00:00.000Z'])
})

it('keeps each column as it was in which nothing moved, and the order of all', () => {
  const moves = [
    {
      sessionId: 'a',
      title: 'a',
      place: { ...on('a', '11:00', '11:30', 'attic') },
      from: null,
      userId: null,
      by: null,
      at: '',
    },
  ]
  const moved = layOutBoard({ ...given, sessions: withMoves(published, moves) }, day)
  expect(moved.columns.map(({ room }) => room?.id ?? null)).toEqual(['hall', 'loft', 'attic', null])
  expect(moved.columns.map((column, nth) => column === day.columns[nth])).toEqual([false, true, false, true])
})

it('knows what is in view', () => {
  const view = (left: number, right: number, top = 0, bottom = 10_000) => ({ left, right, top, bottom })
  const named = (all: readonly { room: { id: string } | null }[]) => all.map(({ room }) => room?.id ?? null)
  expect(named(columnsIn(day.columns, view(0, 100)))).toEqual(['hall'])
  expect(named(columnsIn(day.columns, view(152, 511)))).toEqual(['loft', 'attic'])
  expect(named(columnsIn(day.columns, view(-50, 9_999)))).toEqual(['hall', 'loft', 'attic', null])
  expect([-1, 151, 152, 9_999].map((x) => columnAt(day.columns, x)?.room?.id ?? null)).toEqual([
    'hall',
    'hall',
    'loft',
    null,
  ])
  const [hall] = day.columns
  if (!hall) throw new Error('no hall')
  // 9:00 is three hours down, at 720 pixels.
  expect([view(0, 1, 0, 720), view(0, 1, 700, 721)].map((seen) => shownCells(hall, day, seen, null).length)).toEqual([
    0, 1,
  ])
  expect(shownCells(hall, day, view(0, 1, 0, 10), 'a').length).toBe(1)
})

it('has a stop for each session, also in what is drawn as a list', () => {
  expect(stopsOf(day).map(({ session, centre }) => [session.id, centre])).toEqual([
    ['a', { x: 76, y: 780 }],
    ['b', { x: 152 + 52, y: 820 }],
    ['c', { x: 152 + 156, y: 850 }],
    ['late', { x: 588, y: 4080 }],
  ])
})
