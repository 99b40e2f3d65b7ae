import { expect, it } from 'vitest'
import { listedDays } from './days'

function days(timeZone: string, ...events: [day: string | null, startAt: string][]) {
  const listed = events.map(([day, startAt]) => ({ day, startAt: new Date(startAt), isWall: false }))
  const dayOf = listedDays(listed, timeZone)
  return listed.map(dayOf)
}

it('puts a session after midnight on the day under which it is listed', () => {
  expect(
    days(
      'Europe/Berlin',
      ['2027-12-27', '2027-12-27T11:00+01:00'],
      ['2027-12-27', '2027-12-28T02:00+01:00'],
      ['2027-12-28', '2027-12-28T10:00+01:00'],
    ),
  ).toEqual(['2027-12-27', '2027-12-27', '2027-12-28'])
})

it('takes a day for the one that most of it is on: its date may be in UTC', () => {
  const day = '2027-07-19'
  expect(
    days(
      'Asia/Taipei',
      [day, '2027-07-20T09:00+08:00'],
      [day, '2027-07-20T14:00+08:00'],
      [day, '2027-07-21T00:30+08:00'],
    ),
  ).toEqual(['2027-07-20', '2027-07-20', '2027-07-20'])
})

it('leaves a day its date when all it has is a night', () => {
  expect(days('Europe/Berlin', ['2027-12-30', '2027-12-31T01:00+01:00'])).toEqual(['2027-12-30'])
})

it('puts what is at another time of another day, or listed nowhere, where it is', () => {
  expect(
    days(
      'Europe/Berlin',
      ['2027-12-27', '2027-12-27T11:00+01:00'],
      ['2027-12-27', '2027-12-28T15:00+01:00'],
      ['2027-12-27', '2027-12-29T01:00+01:00'],
      [null, '2027-12-29T01:00+01:00'],
    ),
  ).toEqual(['2027-12-27', '2027-12-28', '2027-12-29', '2027-12-29'])
})
