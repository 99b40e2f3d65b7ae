import { expect, it } from 'vitest'
import { isZoneName } from './zone-name'

it.each([
  ['CET', 'Europe/Paris', true],
  ['cest', 'Europe/Paris', true],
  ['MESZ', 'Europe/Berlin', true],
  ['EST', 'Europe/Paris', false],
  ['UTC', 'Europe/Paris', false],
  ['UTC', 'UTC', true],
  ['GMT', 'Europe/London', true],
  ['BST', 'Europe/London', true],
  ['EDT', 'America/New_York', true],
  ['ET', 'America/New_York', true],
  ['PST', 'America/New_York', false],
  ['JST', 'Asia/Tokyo', true],
  ['IST', 'Asia/Kolkata', true],
  ['AEST', 'Australia/Sydney', true],
  ['HALL', 'Europe/Paris', false],
])('says whether %s is a name of %s: %s', (name, timeZone, answer) => {
  expect(isZoneName(name, timeZone)).toBe(answer)
})
