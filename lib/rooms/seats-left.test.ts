import { expect, it } from 'vitest'
import type { RoomStateNow } from './room-states'
import { seatsLeft } from './seats-left'

const room: RoomStateNow = {
  room: 'r',
  session: 's',
  capacity: 120,
  state: 'open',
  origin: 'door',
  at: null,
  count: 48,
  voices: 0,
  queueMinutes: null,
  delayMinutes: null,
}

it('counts the seats left where somebody counts, and none where more came than there are', () => {
  expect([seatsLeft(room), seatsLeft({ ...room, count: 130 })]).toEqual([72, 0])
})

it.each([
  undefined,
  { ...room, count: null },
  { ...room, capacity: null },
  { ...room, origin: 'forecast' as const },
  { ...room, origin: 'attendees' as const },
])('does not guess: %#', (given) => {
  expect(seatsLeft(given)).toBe(null)
})
