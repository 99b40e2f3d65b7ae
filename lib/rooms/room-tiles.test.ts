import { describe, expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import type { AgendaRoom } from '@/lib/program/agenda'
import type { RoomStateNow } from './room-states'
import { filledShare, roomTiles, type RoomTiles } from './room-tiles'

const now = new Date('2026-03-24T10:15:00.000Z')

const room = (id: string, given: Partial<AgendaRoom> = {}): AgendaRoom => ({
  id,
  slug: id,
  name: id,
  capacityKind: 'seats',
  ...given,
})
const state = (of: string, given: Partial<RoomStateNow>): RoomStateNow => ({
  room: of,
  session: null,
  capacity: 100,
  state: 'unknown',
  origin: 'door',
  at: null,
  count: null,
  voices: 0,
  queueMinutes: null,
  delayMinutes: null,
  ...given,
})
const on = (of: string) => talk(`in ${of}`, { rooms: [of], ...at('10:00', '11:00') })
const stated = (...states: RoomStateNow[]) => new Map(states.map((one) => [one.room, one]))
const names = ({ shown, idle }: RoomTiles) => [shown, idle].map((tiles) => tiles.map((tile) => tile.room.id))

describe('the rooms as somebody wants them who looks for one', () => {
  it('has those first that one can walk into, and those last where it is over', () => {
    const rooms = ['over', 'later', 'closed', 'full', 'nearly', 'silent', 'filling', 'open']
    const agenda = agendaOf(
      [
        ...['closed', 'full', 'nearly', 'silent', 'filling', 'open'].map(on),
        talk('gone', { rooms: ['over'], ...at('08:00', '09:00') }),
        talk('to come', { rooms: ['later'], ...at('15:00', '16:00') }),
      ],
      { rooms: rooms.map((id) => room(id)) },
    )
    const states = stated(
      state('closed', { session: 'in closed', state: 'closed' }),
      state('full', { session: 'in full', state: 'full' }),
      state('nearly', { session: 'in nearly', state: 'nearlyFull' }),
      state('filling', { session: 'in filling', state: 'filling' }),
      state('open', { session: 'in open', state: 'open' }),
    )
    expect(names(roomTiles(agenda, states, [], now))).toEqual([
      ['filling', 'open', 'silent', 'nearly', 'full', 'closed', 'later', 'over'],
      [],
    ])
  })

  it('has the near ones first among equals, and says how far each is', () => {
    const rooms = [room('far', { zone: 'B' }), room('upstairs', { zone: 'A', floor: '1' }), room('here', { zone: 'A' })]
    const agenda = agendaOf(
      rooms.map(({ id }) => on(id)),
      { rooms, walks: [{ from: 'A', to: 'B', minutes: 9 }] },
    )
    const from = [room('hall', { zone: 'A', floor: '0' })]
    expect(roomTiles(agenda, new Map(), from, now).shown.map((tile) => [tile.room.id, tile.walkMinutes])).toEqual([
      ['here', 2],
      ['upstairs', 4],
      ['far', 9],
    ])
    expect(roomTiles(agenda, new Map(), [], now).shown[0]?.walkMinutes).toBe(null)
  })

  it('has those of today, else of the next day, and of the last one once it is over', () => {
    const days = ['2026-03-24', '2026-03-25', '2026-03-27']
    const agenda = agendaOf([on('hall')], { rooms: [room('hall')], days })
    const dayAt = (instant: string) => roomTiles(agenda, new Map(), [], new Date(instant)).day
    expect(['03-20', '03-24', '03-26', '03-28'].map((date) => dayAt(`2026-${date}T12:00:00.000Z`))).toEqual([
      '2026-03-24',
      '2026-03-24',
      '2026-03-27',
      '2026-03-27',
    ])
  })

  it('keeps those apart in which nothing is on that day', () => {
    const agenda = agendaOf(
      [
        on('used'),
        talk('tomorrow', {
          rooms: ['quiet'],
          dayOn: '2026-03-25',
          startAt: '2026-03-25T08:00:00.000Z',
          endAt: '2026-03-25T09:00:00.000Z',
        }),
        talk('coffee', { kind: 'break', rooms: ['foyer'], ...at('10:00', '11:00') }),
        talk('off', { status: 'cancelled', rooms: ['dark'], ...at('10:00', '11:00') }),
      ],
      { rooms: ['quiet', 'foyer', 'dark', 'used'].map((id) => room(id)) },
    )
    const tiles = roomTiles(agenda, new Map(), [], now)
    expect([tiles.day, ...names(tiles)]).toEqual(['2026-03-24', ['used'], ['quiet', 'foyer', 'dark']])
  })

  it('shows the next day before the conference, and the last one after it', () => {
    const agenda = agendaOf([on('hall')], { rooms: [room('hall')], days: ['2026-03-24'] })
    const before = roomTiles(agenda, new Map(), [], new Date('2026-03-01T10:00:00.000Z'))
    expect([before.day, before.shown[0]?.next?.id, before.shown[0]?.session]).toEqual(['2026-03-24', 'in hall', null])
    const after = roomTiles(agenda, new Map(), [], new Date('2026-04-01T10:00:00.000Z'))
    expect([after.day, after.shown[0]?.next]).toEqual(['2026-03-24', null])
  })

  it('says what is on, or about to begin, and what comes after it', () => {
    const agenda = agendaOf(
      [
        talk('soon', { rooms: ['hall'], ...at('10:30', '11:00') }),
        talk('then', { rooms: ['hall'], ...at('12:00', '13:00') }),
      ],
      { rooms: [room('hall')] },
    )
    const [tile] = roomTiles(agenda, stated(state('hall', { session: 'soon', state: 'open' })), [], now).shown
    expect([tile?.session?.id, tile?.isOn, tile?.next?.id]).toEqual(['soon', false, 'then'])
  })
})

it('fills a bar by what is counted, else by the word', () => {
  const filled = (given: Partial<RoomStateNow>) => filledShare(state('hall', given))
  expect([
    filled({ state: 'open', count: 20 }),
    filled({ state: 'open' }),
    filled({ state: 'filling' }),
    filled({ state: 'nearlyFull', count: 120 }),
    filled({ state: 'nearlyFull', capacity: null, count: 120 }),
    filled({ state: 'full', count: 80 }),
    filled({ state: 'closed' }),
    filled({}),
  ]).toEqual([0.2, 0.3, 0.75, 1, 0.95, 1, 1, null])
})

describe('at the edges of a session', () => {
  const given = agendaOf([talk('talk', { rooms: ['hall'], ...at('10:00', '11:00') })], { rooms: [room('hall')] })
  const seen = (time: string) => {
    const [tile] = roomTiles(given, new Map(), [], new Date(`2026-03-24T${time}Z`)).shown
    return [tile?.session?.id, tile?.isOn, tile?.next?.id]
  }

  it('is on from its first instant to before its last', () => {
    expect(['09:59:59.999', '10:00:00', '10:59:59.999', '11:00:00'].map(seen)).toEqual([
      [undefined, false, 'talk'],
      ['talk', true, undefined],
      ['talk', true, undefined],
      [undefined, false, undefined],
    ])
  })

  it('takes a room’s sessions in the order of the clock, however they are listed, without those of no time', () => {
    const agenda = agendaOf(
      [
        talk('evening', { rooms: ['hall'], ...at('18:00', '19:00') }),
        talk('someday', { rooms: ['hall'], startAt: undefined, endAt: undefined }),
        talk('noon', { rooms: ['hall'], ...at('12:00', '13:00') }),
        talk('now', { rooms: ['hall'], ...at('10:00', '11:00') }),
      ],
      { rooms: [room('hall')] },
    )
    const [tile] = roomTiles(agenda, new Map(), [], now).shown
    expect([tile?.session?.id, tile?.next?.id]).toEqual(['now', 'noon'])
  })

  it('shows the night before, not the morning to come, while something of it is on', () => {
    const night = { dayOn: '2026-03-24', startAt: '2026-03-24T22:30:00.000Z', endAt: '2026-03-25T00:30:00.000Z' }
    const morning = { dayOn: '2026-03-25', startAt: '2026-03-25T08:00:00.000Z', endAt: '2026-03-25T09:00:00.000Z' }
    const agenda = agendaOf(
      [talk('night', { rooms: ['bar'], ...night }), talk('dawn', { rooms: ['hall'], ...morning })],
      {
        rooms: [room('bar'), room('hall')],
        days: ['2026-03-24', '2026-03-26'],
      },
    )
    const tiles = roomTiles(agenda, new Map(), [], new Date('2026-03-24T23:30:00.000Z'))
    expect([tiles.day, tiles.shown.map((tile) => [tile.room.id, tile.session?.id, tile.isOn])]).toEqual([
      '2026-03-25',
      [
        ['bar', 'night', true],
        ['hall', undefined, false],
      ],
    ])
  })

  it('keeps equals in the order of the conference, and is empty without one day', () => {
    const rooms = ['c', 'a', 'b'].map((id) => room(id))
    const agenda = agendaOf(
      rooms.map(({ id }) => on(id)),
      { rooms },
    )
    expect(names(roomTiles(agenda, new Map(), [], now))).toEqual([['c', 'a', 'b'], []])
    expect(roomTiles(agendaOf([], { rooms: [], days: [] }), new Map(), [], now)).toEqual({
      day: undefined,
      shown: [],
      idle: [],
    })
  })
})
