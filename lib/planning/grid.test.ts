import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { gridTimes, isProper, layOutGrid } from './grid'

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

it('has every session of the day: in each of its rooms, in a column of its own, or among those without a time', () => {
  const { columns, untimed, span } = layOutGrid(rooms, sessions)
  expect(columns.map(({ room, placed }) => [room?.id ?? null, placed.map(({ item }) => item.id)])).toEqual([
    ['hall', ['two', 'off']],
    ['b', ['two', 'moment']],
    ['desk', ['badges']],
    [null, ['roomless', 'lost']],
  ])
  expect(untimed.map(({ id }) => id)).toEqual(['someday'])
  expect(
    new Set([...columns.flatMap(({ placed }) => placed.map(({ item }) => item.id)), ...untimed.map(({ id }) => id)]),
  ).toEqual(new Set(sessions.map(({ id }) => id)))
  expect(span).toEqual({ start: Date.parse('2026-03-24T08:00:00Z'), end: Date.parse('2026-03-24T18:00:00Z') })
})

it('has those without a time where nothing has one', () => {
  const { columns, untimed, span } = layOutGrid(
    rooms,
    sessions.filter(({ id }) => id === 'someday'),
  )
  expect([columns, untimed.length, span]).toEqual([[], 1, null])
})

it('draws what is short or of unknown length for a quarter of an hour', () => {
  const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)
  expect([at('09:00', '10:00'), at('09:00', '09:05'), at('09:00')].map((time) => gridTimes(talk('one', time)))).toEqual(
    [
      { start: ms('09:00'), end: ms('10:00') },
      { start: ms('09:00'), end: ms('09:15') },
      { start: ms('09:00'), end: ms('09:15') },
    ],
  )
})

it('puts rooms last in which nobody speaks, and leaves the others in the order of the programme', () => {
  const kinds = ['talk', 'break', 'service', 'container', 'workshop'] as const
  expect(kinds.map((kind) => isProper(talk(kind, { kind })))).toEqual([true, false, false, false, true])
  const inRoom = (id: string, kind: (typeof kinds)[number], room: string) => talk(id, { kind, rooms: [room] })
  const { columns } = layOutGrid(rooms, [
    inRoom('badges', 'service', 'hall'),
    inRoom('coffee', 'break', 'desk'),
    inRoom('speech', 'talk', 'desk'),
    inRoom('class', 'workshop', 'b'),
  ])
  expect(columns.map(({ room }) => room?.id)).toEqual(['desk', 'b', 'hall'])
})
