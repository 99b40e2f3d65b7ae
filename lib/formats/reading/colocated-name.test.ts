import { expect, it } from 'vitest'
import { colocatedName } from './colocated-name'

it.each([
  ['[SOLD OUT] FogCon Hosted by Pier - Full-Day Event | ALL ACCESS PASS REQUIRED', 'FogCon'],
  ['FogDay: Lamps + Lenses Hosted by Pier - Half-Day Event | ALL ACCESS PASS REQUIRED', 'FogDay: Lamps + Lenses'],
  ['Hands-On Workshop Hosted by Pier - AM SESSION | SEPARATE REGISTRATIONS REQUIRED', 'Hands-On Workshop'],
  ['Fog Day with Lamps', 'Fog Day with Lamps'],
  ['[TBA]', '[TBA]'],
])('calls %s %s', (title, name) => {
  expect(colocatedName(title)).toBe(name)
})
