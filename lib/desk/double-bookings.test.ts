import { expect, it } from 'vitest'
import { deskSession } from '@/tests/factories/desk'
import { listDoubleBookings } from './double-bookings'

const early = new Date('2027-06-01T06:00:00Z')
const said = (sessions: Parameters<typeof listDoubleBookings>[0], now = early) =>
  listDoubleBookings(sessions, now).map(({ shares, id, pairs }) => [
    shares,
    id,
    pairs.map((pair) => pair.map(({ title }) => title).join('+')),
  ])

it('finds rooms and people that two sessions need at once, what clashes next first', () => {
  const sessions = [
    deskSession('a', '09:00', '10:00', { roomIds: ['hall'], speakerIds: ['ann'] }),
    deskSession('b', '09:30', '10:30', { roomIds: ['hall'] }),
    deskSession('c', '09:45', '09:50', { roomIds: ['loft'], speakerIds: ['ann'] }),
    deskSession('d', '10:00', '11:00', { roomIds: ['hall'] }),
  ]
  expect(said(sessions)).toEqual([
    ['room', 'hall', ['a+b', 'b+d']],
    ['speaker', 'ann', ['a+c']],
  ])
})

it.each([
  ['one ends when the other begins', deskSession('b', '10:00', '11:00', { roomIds: ['hall'] })],
  ['one is the frame around the other', deskSession('b', '09:00', '18:00', { roomIds: ['hall'], kind: 'container' })],
  ['one is part of the other', deskSession('b', '09:00', '12:00', { roomIds: ['hall'], parentId: 'a' })],
  ['they are in different rooms', deskSession('b', '09:00', '10:00', { roomIds: ['loft'] })],
])('finds nothing where %s', (_, other) => {
  expect(said([deskSession('a', '09:00', '10:00', { roomIds: ['hall'] }), other])).toEqual([])
})

it('finds nothing in two breaks of one room, and a talk that a break takes the room of', () => {
  const [lunch, desk] = [
    deskSession('lunch', '12:00', '13:00', { roomIds: ['foyer'], kind: 'break' }),
    deskSession('desk', '08:00', '18:00', { roomIds: ['foyer'], kind: 'service' }),
  ]
  expect(said([lunch, desk])).toEqual([])
  expect(said([lunch, deskSession('talk', '12:30', '13:30', { roomIds: ['foyer'] })])).toEqual([
    ['room', 'foyer', ['lunch+talk']],
  ])
})

it('finds nothing in a room that may hold several, but who is needed twice there', () => {
  const at = ['a', 'b'].map((title) =>
    deskSession(title, '09:00', '10:00', { roomIds: ['foyer'], speakerIds: ['ann'] }),
  )
  const booked = listDoubleBookings(at, early, new Set(['foyer']))
  expect(booked.map(({ shares, id }) => [shares, id])).toEqual([['speaker', 'ann']])
})

it('takes a session without an end to last half an hour, and forgets what is over', () => {
  const sessions = [
    deskSession('a', '09:00', null, { roomIds: ['hall'] }),
    deskSession('b', '09:29', '10:00', { roomIds: ['hall'] }),
  ]
  expect(said(sessions)).toEqual([['room', 'hall', ['a+b']]])
  expect(said(sessions, new Date('2027-06-01T09:30:00Z'))).toEqual([])
})

it('lists each pair of three at once', () => {
  const at = ['a', 'b', 'c'].map((title) => deskSession(title, '09:00', '10:00', { speakerIds: ['ann', 'ann'] }))
  expect(said(at)).toEqual([['speaker', 'ann', ['a+b', 'a+c', 'b+c']]])
})

it('looks at no more than a thousand pairs, however many are at once', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    deskSession(`talk ${index}`, '09:00', '10:00', { roomIds: ['hall'] }),
  )
  const [booking, ...others] = listDoubleBookings(many, early)
  expect([booking?.pairs.length, others]).toEqual([1_000, []])
})
