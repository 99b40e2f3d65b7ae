import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { hasDoors } from '@/lib/program/doors'
import { gridTimes, STRIP, type GridPlace } from './column'
import { layOutGrid } from './grid'

const rooms = ['hall', 'desk', 'b'].map((id) => ({ id, slug: id, name: id, capacityKind: 'seats' as const }))
const sessions = agendaOf(
  [
    talk('roomless', { ...at('09:00', '09:30') }),
    talk('lost', { ...at('09:00', '09:30'), rooms: ['gone'] }),
    talk('two', { ...at('10:00', '10:30'), rooms: ['hall', 'b'] }),
    talk('off', { ...at('10:00', '10:30'), rooms: ['hall'], status: 'cancelled' }),
    talk('badges', { ...at('08:10', '18:00'), rooms: ['desk'], kind: 'service' }),
    talk('moment', { startAt: '2026-03-24T17:00:00.000Z', endAt: undefined, rooms: ['b'] }),
    talk('someday', { startAt: undefined, endAt: undefined }),
  ],
  {},
).sessions

const idsIn = (cells: GridPlace<{ id: string }>[]) => cells.map((cell) => cell.sessions.map(({ id }) => id))
const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)

it('has every session of the day: in each of its rooms, in a column of its own, or among those without a time', () => {
  const { columns, untimed, span } = layOutGrid(rooms, sessions)
  expect(columns.map(({ room, cells }) => [room?.id ?? null, idsIn(cells)])).toEqual([
    ['b', [['two'], ['moment']]],
    ['hall', [['two'], ['off']]],
    ['desk', [['badges']]],
    [null, [['roomless'], ['lost']]],
  ])
  expect(untimed.map(({ id }) => id)).toEqual(['someday'])
  expect(new Set([...columns.flatMap(({ cells }) => idsIn(cells).flat()), ...untimed.map(({ id }) => id)])).toEqual(
    new Set(sessions.map(({ id }) => id)),
  )
  expect(span).toEqual({ start: Date.parse('2026-03-24T08:00:00Z'), end: Date.parse('2026-03-24T18:00:00Z') })
})

it('has those without a time where nothing has one', () => {
  const { columns, untimed, span } = layOutGrid(
    rooms,
    sessions.filter(({ id }) => id === 'someday'),
  )
  expect([columns, untimed.length, span]).toEqual([[], 1, null])
})

it('draws what is short for ten minutes, and what is of unknown length for as long as it is taken to last', () => {
  expect([at('09:00', '10:00'), at('09:00', '09:05'), at('09:00')].map((time) => gridTimes(talk('one', time)))).toEqual(
    [
      { start: ms('09:00'), end: ms('10:00') },
      { start: ms('09:00'), end: ms('09:10') },
      { start: ms('09:00'), end: ms('09:30') },
    ],
  )
})

it('begins with the rooms that hold most of the day, and puts those last in which nobody speaks', () => {
  const kinds = ['talk', 'break', 'service', 'container', 'workshop'] as const
  expect(kinds.map((kind) => hasDoors(talk(kind, { kind })))).toEqual([true, false, false, false, true])
  const inRoom = (id: string, kind: (typeof kinds)[number], room: string, end = '10:00') =>
    talk(id, { kind, rooms: [room], ...at('09:00', end) })
  const { columns } = layOutGrid(rooms, [
    inRoom('badges', 'service', 'hall', '18:00'),
    inRoom('coffee', 'break', 'desk'),
    inRoom('speech', 'talk', 'desk'),
    inRoom('class', 'workshop', 'b', '12:00'),
    { ...inRoom('second', 'talk', 'b'), ...at('13:00', '13:30') },
  ])
  expect(columns.map(({ room }) => room?.id)).toEqual(['b', 'desk', 'hall'])
})

it('opens at the first thing that people come for, not at the desks before it', () => {
  const desk = talk('desk', { ...at('07:00', '18:00'), kind: 'service' })
  const opensAt = (...of: Parameters<typeof layOutGrid>[1][number][]) => layOutGrid(rooms, of).opensAt
  expect([opensAt(desk, talk('talk', at('09:20', '10:00'))), opensAt(desk), opensAt()]).toEqual([
    ms('09:00'),
    ms('07:00'),
    0,
  ])
})

it('draws a co-located event as a strip beside what is in it, and by itself as wide as any', () => {
  const event = talk('event', { ...at('09:00', '12:00'), kind: 'container', rooms: ['hall'] })
  const part = talk('part', { ...at('09:30', '10:00'), rooms: ['hall'] })
  const placed = (...of: (typeof event)[]) =>
    layOutGrid(rooms, of).columns[0]?.cells.map(({ sessions: [one], left, width }) => [one?.id, left, width])
  expect([placed(event, part), placed(event)]).toEqual([
    [
      ['event', 0, STRIP],
      ['part', STRIP, 1 - STRIP],
    ],
    [['event', 0, 1]],
  ])
})

it('draws what is on at once side by side, and as a list what could not be told apart so', () => {
  const all = (...times: [string, string][]) =>
    layOutGrid(
      rooms,
      times.map(([from, to], index) => talk(`${index}`, { ...at(from, to), rooms: ['hall'] })),
    ).columns[0]?.cells.map(({ sessions: together, left, width, start, end }) => [
      together.map(({ id }) => id).join(),
      `${left} + ${width}`,
      (end - start) / 60_000,
    ])
  expect(all(['09:00', '10:00'], ['09:30', '10:30'], ['10:30', '11:00'])).toEqual([
    ['0', '0 + 0.5', 60],
    ['1', '0.5 + 0.5', 60],
    ['2', '0 + 1', 30],
  ])
  // Posters: each of them would be a sliver.
  expect(all(['09:00', '10:00'], ['09:00', '10:00'], ['09:00', '10:00'], ['09:00', '10:00'])).toEqual([
    ['0,1,2,3', '0 + 1', 60],
  ])
  // Lightning talks, where each has room for a line.
  expect(all(['09:00', '09:05'], ['09:07', '09:12'], ['09:14', '09:19'])).toEqual([
    ['0', '0 + 1', 6],
    ['1', '0 + 1', 6],
    ['2', '0 + 1', 6],
  ])
  // Drawn as long as it takes to read them, these would lie over each other.
  expect(all(['09:00', '09:03'], ['09:05', '09:10'], ['09:12', '09:17'])).toEqual([['0,1,2', '0 + 1', 22]])
  // A hall that is open all day, with short talks in it.
  expect(all(['09:00', '17:00'], ['09:00', '09:05'], ['09:06', '09:11'], ['10:00', '11:00'])).toEqual([
    ['0', '0.5 + 0.5', 480],
    ['1', '0 + 0.5', 6],
    ['2', '0 + 0.5', 6],
    ['3', '0 + 0.5', 60],
  ])
})
