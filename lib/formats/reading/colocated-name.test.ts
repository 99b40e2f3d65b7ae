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

it.each([
  ['FogCon   -  Full Day Event', 'FogCon'],
  ['FogCon - PM session', 'FogCon'],
  ['FogCon |  PASS REQUIRED', 'FogCon'],
  ['FogCon | one | ALL ACCESS PASS required', 'FogCon | one'],
  ['FogCon | required reading', 'FogCon | required reading'],
  ['FogCon - full-day event for all', 'FogCon - full-day event for all'],
  ['Fog-Full-Day Event', 'Fog-Full-Day Event'],
  ['How [not] to fog', 'How [not] to fog'],
  ['[SOLD OUT]   FogCon', 'FogCon'],
  ['FogCon   hosted by Pier and friends', 'FogCon'],
  ['FogCon ghosted by Pier', 'FogCon ghosted by Pier'],
  [' FogCon ', 'FogCon'],
])('takes from %j what is no name', (title, name) => {
  expect(colocatedName(title)).toBe(name)
})
