import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOfDay, dayOfDate } from './day-date'

it('is midnight in UTC, wherever the server stands', () => {
  expect(dateOfDay('2026-03-29')).toEqual(new Date(Date.UTC(2026, 2, 29)))
  expect(dayOfDate(new Date('2026-03-29T00:00:00.000Z'))).toBe('2026-03-29')
})

it('comes back from the database as the day that it was', () => {
  const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day.map(dayOfDate), (written) => {
      expect(dayOfDate(dateOfDay(written))).toBe(written)
    }),
  )
})
