import { expect, it } from 'vitest'
import type { RoomStateNow } from './room-states'
import { fullnessBySession, stateAbout } from './session-fullness'

const room = (session: string | null, given: Partial<RoomStateNow>): RoomStateNow => ({
  room: 'r',
  session,
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

it('says of each session how full it is, by its easiest room', () => {
  expect([
    ...fullnessBySession([
      room('shut', { state: 'closed' }),
      room('full', { state: 'full' }),
      room('half', { state: 'open', count: 50 }),
      room('silent', {}),
      room('roomy', { state: 'open' }),
      room('nearly', { state: 'nearlyFull', capacity: null, count: 90 }),
      room('two', { state: 'closed' }),
      room('two', { state: 'filling', count: 70 }),
      room(null, { state: 'full' }),
    ]),
  ]).toEqual([
    ['shut', 'closed'],
    ['full', 1],
    ['half', 0.5],
    ['silent', null],
    ['roomy', 0.3],
    ['nearly', 0.9],
    ['two', 0.7],
  ])
})

it('takes the first of two rooms that are as easy, and any room before a closed one', () => {
  const [silent, empty] = [room('one', {}), room('one', { count: 0 })]
  expect([...fullnessBySession([silent, empty])]).toEqual([['one', null]])
  expect([...fullnessBySession([room('two', { state: 'full' }), room('two', {})])]).toEqual([['two', null]])
  expect([...fullnessBySession([room('three', { count: 10 }), room('three', { state: 'closed' })])]).toEqual([
    ['three', 0.1],
  ])
  expect([...fullnessBySession([room('four', { count: 10, capacity: 0 })])]).toEqual([['four', null]])
})

it('tells which of a session’s rooms is about it now, if one is', () => {
  const [own, others] = [room('talk', {}), room('another', {})]
  const byRoom = new Map([
    ['one', others],
    ['two', own],
  ])
  const about = (rooms: string[]) => stateAbout({ id: 'talk', rooms }, byRoom)
  expect([about(['one', 'two']), about(['one']), about(['three']), about([])]).toEqual([
    own,
    undefined,
    undefined,
    undefined,
  ])
})
