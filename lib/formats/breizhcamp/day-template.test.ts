import { expect, it } from 'vitest'
import { dayTemplate } from './day-template'

it('fills in a weekday by the one date that is it', () => {
  // A Wednesday, a Thursday, and the Thursday after it.
  const onDay = dayTemplate(['2027-06-23T10:00:00', '2027-06-24T10:00:00', '2027-07-01T10:00:00', '<DAY>T08:00:00'])
  expect([
    onDay('<DAY>T08:00:00', 3),
    onDay('<DAY>T08:00:00', 4),
    onDay('<DAY>T08:00:00', 5),
    onDay('<DAY>T08:00:00', null),
    onDay('2027-06-24T09:00:00', 3),
    onDay(null, 3),
  ]).toEqual(['2027-06-23T08:00:00', null, null, null, '2027-06-24T09:00:00', null])
})
