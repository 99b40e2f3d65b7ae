import { expect, it } from 'vitest'
import { clockAfter, minutesBetween } from './span-clock'

it('reckons on the clock of a day, past midnight, too', () => {
  expect([minutesBetween('09:00', '09:25'), minutesBetween('23:30', '00:15'), minutesBetween('09:00', '')]).toEqual([
    25,
    45,
    null,
  ])
  expect([clockAfter('09:50', 25), clockAfter('23:30', 45), clockAfter('24:00', 5), clockAfter('9', 5)]).toEqual([
    '10:15',
    '00:15',
    null,
    null,
  ])
})
