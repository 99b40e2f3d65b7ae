import { expect, it } from 'vitest'
import { kindOfFormat, kindOfPause } from './kind-of-format'

it.each([
  ['Tides', 'Hands-on Labs', 'workshop'],
  ['Tides', 'University', 'workshop'],
  ['Les marées', 'Université', 'workshop'],
  ['Tides', 'Quickie', 'lightning'],
  ['Tides', 'Quicky', 'lightning'],
  ['Tides', 'Ignite Sessions', 'lightning'],
  ['Tides', 'Opening Keynote', 'keynote'],
  ['Tides', 'Conference', 'talk'],
  ['Tides', 'BOF (Bird of a Feather)', 'talk'],
  ['Keynote: Tides', 'Conference', 'keynote'],
  ['Lightning Talk: Tides', null, 'lightning'],
])('tells what %j of the format %j is', (title, format, kind) => {
  expect(kindOfFormat(title, format, true)).toBe(kind)
})

it.each([
  ['Lunch', 'break'],
  ['Lunch and Exhibition', 'break'],
  ['Registration & Breakfast', 'service'],
  ['Safe travels home', 'service'],
  ['Closing Keynote (Room 5)', 'keynote'],
])('tells what the pause %j is', (title, kind) => {
  expect(kindOfPause(title)).toBe(kind)
})
