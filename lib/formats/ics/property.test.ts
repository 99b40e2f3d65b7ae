import { expect, it } from 'vitest'
import { readProperty } from './property'

it('reads a property with its parameters, its values as texts', () => {
  expect(readProperty('DTSTART;TZID=Europe/Paris:20270708T120000')).toEqual({
    name: 'dtstart',
    parameters: { tzid: 'Europe/Paris' },
    type: 'date-time',
    values: ['2027-07-08T12:00:00'],
  })
  expect(readProperty('SUMMARY:One\\, two; three')?.values).toEqual(['One, two; three'])
  expect(readProperty('CATEGORIES:a,b')?.values).toEqual(['a', 'b'])
  expect(readProperty('RRULE:FREQ=DAILY;COUNT=2')?.values.map((value) => JSON.parse(value))).toEqual([
    { freq: 'DAILY', count: 2 },
  ])
})

it.each(['no property', '', 'SUMMARY'])('reads no property in %j', (line) => {
  expect(readProperty(line)).toBe(null)
})

it.each([
  ['SUMMARY ; X-A = b :Rust', { name: 'summary', parameters: { 'x-a': 'b' }, values: ['Rust'] }],
  ['SUMMARY;;LANGUAGE=fr;:Rust', { name: 'summary', parameters: { language: 'fr' }, values: ['Rust'] }],
  ['SUMMARY;X="a:Rust', { name: 'summary', parameters: { x: 'a' }, values: ['Rust'] }],
  ['ATTENDEE;CN="Lee: Ann; Bo":invalid:nomail', { parameters: { cn: 'Lee: Ann; Bo' }, values: ['invalid:nomail'] }],
  ['DTSTART;TZID="Tokyo Standard Time:20270708T120000"', { parameters: { tzid: 'Tokyo Standard Time' } }],
  ['DTSTART;VALUE=DATE:20270708T120000', { values: ['2027-07-08T12:00:00'] }],
  ['EXDATE:20270708,20270709T120000Z', { values: ['2027-07-08', '2027-07-09T12:00:00Z'] }],
])('reads %j as it is meant', (line, property) => {
  expect(readProperty(line)).toMatchObject(property)
})
