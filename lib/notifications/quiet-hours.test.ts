import { expect, it } from 'vitest'
import { quietUntil } from './quiet-hours'

const night = { from: '22:00', to: '07:00' }
const nap = { from: '13:00', to: '14:30' }

it.each([
  ['before midnight', '2026-03-24T21:30:00Z', night, 'Europe/Paris', '2026-03-25T06:00:00.000Z'],
  ['after midnight', '2026-03-25T01:00:00Z', night, 'Europe/Paris', '2026-03-25T06:00:00.000Z'],
  ['at their first minute', '2026-03-24T21:00:00Z', night, 'Europe/Paris', '2026-03-25T06:00:00.000Z'],
  ['at their end', '2026-03-25T06:00:00Z', night, 'Europe/Paris', null],
  ['by day', '2026-03-25T12:00:00Z', night, 'Europe/Paris', null],
  ['over noon', '2026-03-25T12:10:00Z', nap, 'Europe/Paris', '2026-03-25T13:30:00.000Z'],
  ['after noon', '2026-03-25T13:30:00Z', nap, 'Europe/Paris', null],
  ['in another zone', '2026-03-25T12:00:00Z', night, 'America/Los_Angeles', '2026-03-25T14:00:00.000Z'],
  ['in a night that is an hour shorter', '2026-03-28T23:00:00Z', night, 'Europe/Paris', '2026-03-29T05:00:00.000Z'],
  ['in a night that is an hour longer', '2026-10-24T21:00:00Z', night, 'Europe/Paris', '2026-10-25T06:00:00.000Z'],
  [
    'at a time that comes twice, the second time',
    '2026-10-25T01:10:00Z',
    { from: '22:00', to: '02:30' },
    'Europe/Paris',
    null,
  ],
  [
    'that begin at a time that comes twice, before its second time',
    '2026-10-25T01:10:00Z',
    { from: '02:30', to: '07:00' },
    'Europe/Paris',
    '2026-10-25T06:00:00.000Z',
  ],
  [
    'that end at a time that never comes, as late as on any day',
    '2026-03-29T01:10:00Z',
    { from: '22:00', to: '02:30' },
    'Europe/Paris',
    '2026-03-29T01:30:00.000Z',
  ],
  ['of no length', '2026-03-25T12:00:00Z', { from: '08:00', to: '08:00' }, 'Europe/Paris', null],
] as const)('%s', (_, now, hours, timeZone, until) => {
  expect(quietUntil(new Date(now), hours, timeZone)?.toISOString() ?? null).toBe(until)
})
