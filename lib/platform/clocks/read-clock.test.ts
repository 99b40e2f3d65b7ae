import { expect, it } from 'vitest'
import { readClock } from './read-clock'

it.each([
  ['09:30', '09:30'],
  ['9', '09:00'],
  ['930', '09:30'],
  ['1530', '15:30'],
  ['9h30', '09:30'],
  ['9 h', '09:00'],
  ['15.45', '15:45'],
  [' 2:30 pm ', '14:30'],
  ['12 a.m.', '00:00'],
  ['12pm', '12:00'],
  ['23:59', '23:59'],
  ['0', '00:00'],
])('reads %s as %s', (typed, clock) => {
  expect(readClock(typed)).toBe(clock)
})

it.each(['', '24:00', '9:60', '13 pm', 'noon', '12345', '9:3', '-1'])('takes %s for no time of a day', (typed) => {
  expect(readClock(typed)).toBe(null)
})
