import { expect, it } from 'vitest'
import { contradictionOf } from './contradiction'
import type { Level, Occupancy, Reading } from './schema'

const now = new Date('2027-06-01T09:20:00Z')
const at = (time: string) => new Date(`2027-06-01T${time}:00Z`)
const counted = (state: Level, time = '09:10'): Occupancy => ({
  state,
  origin: 'door',
  at: at(time),
  count: 30,
  voices: 0,
  queueMinutes: null,
  delayMinutes: null,
})
const say = (person: string, level: Level, time = '09:15'): Reading => ({
  voice: { kind: 'attendee', person, isGuest: false },
  at: at(time),
  kind: 'level',
  level,
})

it('is what two say since, where that is quite another', () => {
  expect(contradictionOf(counted('filling'), [say('ann', 'full'), say('bob', 'full')], now)).toEqual({
    counted: 'filling',
    said: 'full',
    voices: 2,
  })
})

it.each([
  ['one alone says so', counted('filling'), [say('ann', 'full')]],
  ['they said so before it was counted', counted('filling', '09:16'), [say('ann', 'full'), say('bob', 'full')]],
  ['they nearly agree', counted('nearlyFull'), [say('ann', 'full'), say('bob', 'full')]],
  ['nobody counts', { ...counted('filling'), origin: 'attendees' as const }, [say('ann', 'full'), say('bob', 'full')]],
  ['nobody says anything', counted('filling'), []],
])('is none where %s', (_, door, readings) => {
  expect(contradictionOf(door, readings, now)).toBeNull()
})
