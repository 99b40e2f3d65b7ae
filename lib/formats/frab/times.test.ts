import { expect, it } from 'vitest'
import { dayIn, instantIn } from './times'

it.each([
  ['2027-12-27T11:00:00+01:00', '2027-12-27T10:00:00.000Z'],
  ['2027-12-27 11:00+0100', '2027-12-27T10:00:00.000Z'],
  [' 2027-12-27T11:00:00.123456z ', '2027-12-27T11:00:00.000Z'],
  ['2027-12-27T11:00:00', undefined],
  ['2027-02-30T11:00:00Z', undefined],
  ['2027-12-27T25:00:00Z', undefined],
  ['9999-12-27T11:00:00Z', undefined],
  [null, undefined],
])('reads the instant %s', (text, instant) => {
  expect(instantIn(text)?.toISOString()).toBe(instant)
})

it.each([
  ['2027-12-27', '2027-12-27'],
  ['2027-12-27T04:00:00+01:00', '2027-12-27'],
  ['2027-02-30', null],
  ['27.12.2027', null],
  [undefined, null],
])('reads the day %s', (text, day) => {
  expect(dayIn(text)).toBe(day)
})
