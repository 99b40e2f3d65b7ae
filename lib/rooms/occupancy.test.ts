import { describe, expect, it } from 'vitest'
import { occupancyOf, levelOf } from './occupancy'
import type { Level, Reading, RoomState } from './schema'

const slot = { startAt: new Date('2026-03-24T10:00:00Z'), endAt: new Date('2026-03-24T10:45:00Z') }
const at = (time: string) => new Date(`2026-03-24T${time}Z`)
const steward = { kind: 'steward' } as const
const person = (name: string, isGuest = false) => ({ kind: 'attendee', person: name, isGuest }) as const
const count = (time: string, delta: number): Reading => ({ voice: steward, at: at(time), kind: 'count', delta })
const says = (voice: Reading['voice'], time: string, level: Level): Reading => ({
  voice,
  at: at(time),
  kind: 'level',
  level,
})
const enters = (voice: Reading['voice'], time: string): Reading => ({ voice, at: at(time), kind: 'entered' })
const now = at('10:10:00')
const ask = (
  readings: Reading[],
  given: { capacity?: number | null; forecast?: RoomState | null; muted?: { until: Date | null }; now?: Date } = {},
) => occupancyOf({ readings, slot, capacity: 100, forecast: null, now, ...given })
const silent = { count: null, voices: 0, queueMinutes: null, delayMinutes: null }

describe('stateOf', () => {
  it.each([
    [0, 100, 'open'],
    [59, 100, 'open'],
    [60, 100, 'filling'],
    [90, 100, 'nearlyFull'],
    [100, 100, 'full'],
    [120, 100, 'full'],
    [0, 0, 'full'],
  ])('calls %i in a room for %i %s', (people, capacity, state) => {
    expect(levelOf(people, capacity)).toBe(state)
  })
})

describe('guests behind one address', () => {
  const guest = (name: string, origin: string) => ({ kind: 'attendee', person: name, isGuest: true, origin }) as const
  const invented = (count: number, level: Level, origin = 'one') =>
    Array.from({ length: count }, (_, number) => says(guest(`${origin} ${number}`, origin), '10:09:00', level))

  it.each([
    [
      'twelve invented against three people',
      [...invented(12, 'full'), ...['a', 'b', 'c'].map((name) => says(person(name), '10:09:00', 'open'))],
      'open',
      3,
    ],
    [
      'twelve invented against three guests elsewhere',
      [...invented(12, 'full'), ...['two', 'three', 'four'].flatMap((origin) => invented(1, 'open', origin))],
      'open',
      3,
    ],
    [
      'twelve invented against one person, who warns less',
      [...invented(12, 'open'), says(person('a'), '10:09:00', 'full')],
      'full',
      1,
    ],
    [
      'a hall of guests behind one address, among themselves',
      [
        ...invented(30, 'full'),
        ...invented(20, 'open').map((reading, number) => ({ ...reading, voice: guest(`b ${number}`, 'one') })),
      ],
      'full',
      2,
    ],
    ['two guests, as before', invented(2, 'filling'), 'filling', 2],
  ] as const)('weigh as much as one who is signed in: %s', (_, readings, state, voices) => {
    expect(ask([...readings])).toMatchObject({ state, voices })
  })
})

describe('occupancyOf', () => {
  it('says nothing where nobody does', () => {
    expect(ask([])).toEqual({ ...silent, state: 'unknown', origin: null, at: null })
  })

  it('falls back on the forecast', () => {
    expect(ask([], { forecast: 'full' })).toEqual({ ...silent, state: 'full', origin: 'forecast', at: null })
  })

  it('adds up what several stewards count, from the doors on', () => {
    expect(ask([count('09:20:00', 50), count('09:35:00', 40), count('10:01:00', 30), count('10:05:00', -8)])).toEqual({
      ...silent,
      state: 'filling',
      origin: 'door',
      at: at('10:05:00'),
      count: 62,
    })
  })

  it('never counts below nobody', () => {
    expect(ask([count('10:01:00', -5)])).toMatchObject({ state: 'open', count: 0 })
  })

  it("holds a steward's word until the next count or word", () => {
    expect(ask([count('10:00:00', 40), says(steward, '10:02:00', 'full')])).toMatchObject({
      state: 'full',
      origin: 'door',
      at: at('10:02:00'),
      count: 40,
    })
    expect(ask([count('10:00:00', 40), says(steward, '10:02:00', 'full'), count('10:04:00', -1)])).toMatchObject({
      state: 'open',
      count: 39,
    })
    expect(ask([says(steward, '10:02:00', 'full'), count('10:04:00', -1)], { capacity: null })).toMatchObject({
      state: 'full',
      count: 0,
    })
  })

  it.each([
    [
      'a steward over two attendees',
      [says(steward, '10:01:00', 'open'), says(person('a'), '10:09:00', 'full'), says(person('b'), '10:09:00', 'full')],
      'open',
      'door',
    ],
    [
      'two attendees who agree over one',
      [
        says(person('a'), '10:07:00', 'full'),
        says(person('b'), '10:07:00', 'full'),
        says(person('c'), '10:09:00', 'open'),
      ],
      'full',
      'attendees',
    ],
    ['one attendee over the forecast', [says(person('a'), '10:07:00', 'open')], 'open', 'attendees'],
    [
      'an account over a guest',
      [says(person('a'), '10:09:00', 'open'), says(person('b', true), '10:09:00', 'full')],
      'open',
      'attendees',
    ],
    [
      'the fuller of two that weigh the same',
      [says(person('a'), '10:09:00', 'open'), says(person('b'), '10:09:00', 'full')],
      'full',
      'attendees',
    ],
    [
      'what is newer',
      [says(person('a'), '09:45:00', 'open'), says(person('b'), '10:09:00', 'full')],
      'full',
      'attendees',
    ],
  ] as const)('believes %s', (_, readings, state, origin) => {
    expect(ask([...readings], { forecast: 'nearlyFull' })).toMatchObject({ state, origin })
  })

  it.each([
    ['that there is room, where nobody says more', [enters(person('a'), '10:09:00')], null, 'open', 1],
    [
      'that little room is left, where it was likely to be full',
      [enters(person('a'), '10:09:00')],
      'full',
      'nearlyFull',
      1,
    ],
    [
      'nothing against those who saw the seats',
      [enters(person('a'), '10:09:00'), says(person('b', true), '10:01:00', 'nearlyFull')],
      null,
      'nearlyFull',
      2,
    ],
    [
      'what weighs most of the seats that others saw',
      [
        enters(person('a'), '10:09:00'),
        says(person('b'), '10:08:00', 'open'),
        says(person('c'), '10:01:00', 'nearlyFull'),
      ],
      null,
      'open',
      2,
    ],
    [
      'together that one who could not get in was early',
      [says(person('a'), '10:09:00', 'full'), enters(person('b'), '10:09:00'), enters(person('c'), '10:09:00')],
      null,
      'open',
      2,
    ],
    [
      'no more than one who could not get in',
      [says(person('a'), '10:09:00', 'full'), enters(person('b'), '10:09:00')],
      null,
      'full',
      1,
    ],
    [
      'half as much as a guest',
      [
        says(person('a'), '10:09:00', 'full'),
        enters(person('b', true), '10:09:00'),
        enters(person('c', true), '10:09:00'),
      ],
      null,
      'full',
      1,
    ],
    [
      'that they got in after all',
      [says(person('a'), '10:01:00', 'full'), enters(person('a'), '10:09:00')],
      null,
      'open',
      1,
    ],
    [
      'that they gave up their seat',
      [enters(person('a'), '10:01:00'), says(person('a'), '10:09:00', 'full')],
      null,
      'full',
      1,
    ],
    [
      'nothing new of the seats that they saw before',
      [says(person('a'), '10:01:00', 'nearlyFull'), enters(person('a'), '10:09:00')],
      null,
      'nearlyFull',
      1,
    ],
    [
      'that what they saw before is so now',
      [
        says(person('a'), '09:45:00', 'nearlyFull'),
        says(person('b'), '09:50:00', 'full'),
        enters(person('a'), '10:05:00'),
      ],
      null,
      'nearlyFull',
      1,
    ],
  ] as const)('hears of whoever is in %s', (_, readings, forecast, state, voices) => {
    expect(ask([...readings], { forecast })).toMatchObject({ state, origin: 'attendees', voices })
    expect(ask([...readings, says(steward, '10:00:00', 'closed')], { forecast })).toMatchObject({
      state: 'closed',
      origin: 'door',
    })
  })

  it('hears each attendee once', () => {
    const loud = Array.from({ length: 50 }, (_, second) =>
      says(person('a'), `10:08:${String(second).padStart(2, '0')}`, 'full'),
    )
    expect(ask([...loud, says(person('b'), '10:08:00', 'open'), says(person('c'), '10:08:00', 'open')])).toMatchObject({
      state: 'open',
      voices: 2,
    })
  })

  it('forgets after half an hour, and with the slot', () => {
    const said = [says(steward, '10:00:00', 'full')]
    expect([ask(said, { now: at('10:30:00') }).state, ask(said, { now: at('10:31:00') }).state]).toEqual([
      'full',
      'unknown',
    ])
    expect(ask([says(steward, '10:40:00', 'full')], { now: at('10:45:00') }).state).toBe('unknown')
    expect(ask([says(steward, '09:29:59', 'full')], { now: at('09:31:00') }).state).toBe('unknown')
  })

  it.each([
    ['nobody while they are muted', null, ['09:55:00', '10:09:00'], 'unknown'],
    ['nobody until the end', at('10:30:00'), ['09:55:00', '10:09:00'], 'unknown'],
    ['nobody who spoke before the end', at('10:05:00'), ['09:55:00', '10:04:59'], 'unknown'],
    ['whoever spoke since', at('10:05:00'), ['09:55:00', '10:05:00'], 'full'],
  ])('hears of muted attendees %s, and always a steward', (_, until, times, state) => {
    const said = times.map((time) => says(person(time), time, 'full'))
    expect(ask(said, { muted: { until } }).state).toBe(state)
    expect(ask([...said, says(steward, '10:01:00', 'filling')], { muted: { until } })).toMatchObject({
      state: 'filling',
      origin: 'door',
    })
  })

  it('tells the queue and the delay, until they are over', () => {
    const queue = (time: string, minutes: number): Reading => ({ voice: steward, at: at(time), kind: 'queue', minutes })
    const delay: Reading = { voice: steward, at: at('10:02:00'), kind: 'delay', minutes: 10 }
    expect(ask([queue('10:01:00', 15), delay])).toEqual({
      ...silent,
      state: 'unknown',
      origin: null,
      at: null,
      queueMinutes: 15,
      delayMinutes: 10,
    })
    expect(ask([queue('10:01:00', 15), queue('10:05:00', 0)])).toMatchObject({ queueMinutes: null })
  })
})

describe('what is said in any order, at any edge', () => {
  it('is taken by when it was seen, not by when it arrived', () => {
    const late = [says(steward, '10:05:00', 'full'), says(steward, '10:01:00', 'open')]
    expect(ask(late)).toMatchObject({ state: 'full', at: at('10:05:00') })
    expect(ask([enters(person('a'), '10:09:00'), says(person('a'), '10:01:00', 'full')])).toMatchObject({
      state: 'open',
    })
  })

  it('is of this session from when its doors open until its end', () => {
    const states = ['09:30:00', '09:29:59'].map(
      (time) => ask([says(steward, time, 'full')], { now: at('09:40:00') }).state,
    )
    expect(states).toEqual(['full', 'unknown'])
    const atItsEnd = says(steward, '10:45:00', 'full')
    expect(ask([atItsEnd], { now: at('10:44:00') }).state).toBe('unknown')
  })

  it('is no count where nobody counted: a word of a steward has none, and attendees count nobody', () => {
    expect(ask([says(steward, '10:01:00', 'filling')])).toMatchObject({ state: 'filling', count: null })
    const attendee: Reading = { voice: person('a'), at: at('10:02:00'), kind: 'count', delta: 99 }
    expect(ask([count('10:01:00', 10), attendee])).toMatchObject({ state: 'open', count: 10 })
    expect(ask([attendee])).toMatchObject({ state: 'unknown', origin: null })
  })

  it('is not known of a room without a capacity that was only counted', () => {
    expect(ask([count('10:01:00', 10)], { capacity: null })).toMatchObject({
      state: 'unknown',
      count: 10,
      origin: 'door',
    })
    const word = says(person('a'), '10:02:00', 'full')
    expect(ask([word, count('10:03:00', 10)], { capacity: null })).toMatchObject({ state: 'unknown', count: 10 })
  })

  it('is no forecast where that knows nothing', () => {
    expect(ask([], { forecast: 'unknown' })).toEqual({ ...silent, state: 'unknown', origin: null, at: null })
  })

  it('was said when the newest of those who agree said it', () => {
    const agree = [says(person('a'), '10:09:00', 'full'), says(person('b'), '10:07:00', 'full')]
    expect(ask(agree)).toMatchObject({ state: 'full', at: at('10:09:00'), voices: 2 })
  })

  it('leaves how full it is to the forecast where nobody who looked says more', () => {
    const inside = [enters(person('a'), '10:09:00')]
    const states = (['full', 'nearlyFull', 'filling', null] as const).map((forecast) => ask(inside, { forecast }).state)
    expect(states).toEqual(['nearlyFull', 'nearlyFull', 'open', 'open'])
    const shut = [...inside, enters(person('b'), '10:09:00'), says(person('c'), '10:08:00', 'closed')]
    expect(ask(shut).state).toBe('open')
  })

  it('weighs a guest of whom no address is known as one guest', () => {
    const guests = ['a', 'b', 'c'].map((name) => says(person(name, true), '10:09:00', 'full'))
    expect(ask(guests)).toMatchObject({ state: 'full', voices: 3 })
    const against = [...guests.slice(0, 1), says(person('d'), '10:09:00', 'open')]
    expect(ask(against)).toMatchObject({ state: 'open', voices: 1 })
    // Somebody who is signed in shares no weight with guests behind the same address.
    const shared = { kind: 'attendee', isGuest: false, origin: 'one' } as const
    const signedIn = ['x', 'y', 'z'].map((name) => says({ ...shared, person: name }, '10:09:00', 'open'))
    expect(ask(signedIn)).toMatchObject({ voices: 3 })
  })
})
