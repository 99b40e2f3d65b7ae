import { expect, it } from 'vitest'
import { repeatsOf } from './repeats'

const start = '2027-07-06T09:00:00'
const days = (times: string[]) => times.map((time) => time.slice(0, 10))

it('follows every day and some days of every week, so often or until a day', () => {
  expect(repeatsOf(start, 'FREQ=DAILY;COUNT=3')).toEqual({
    times: [start, '2027-07-07T09:00:00', '2027-07-08T09:00:00'],
    cut: false,
  })
  expect(days(repeatsOf(start, 'FREQ=DAILY;INTERVAL=2;UNTIL=20270710T235959Z').times)).toEqual([
    '2027-07-06',
    '2027-07-08',
    '2027-07-10',
  ])
  expect(days(repeatsOf(start, 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3').times)).toEqual([
    '2027-07-06',
    '2027-07-08',
    '2027-07-13',
  ])
  expect(days(repeatsOf(start, 'count=2;freq=weekly;wkst=mo').times)).toEqual(['2027-07-06', '2027-07-13'])
})

it('repeats a date as a date', () => {
  expect(repeatsOf('2027-07-06', 'FREQ=DAILY;COUNT=2')).toEqual({ times: ['2027-07-06', '2027-07-07'], cut: false })
})

it('has the event itself, also where the rule passes over its day', () => {
  expect(days(repeatsOf(start, 'FREQ=WEEKLY;BYDAY=TH;COUNT=2').times)).toEqual([
    '2027-07-06',
    '2027-07-08',
    '2027-07-15',
  ])
})

it.each([
  'FREQ=DAILY',
  'FREQ=MONTHLY;COUNT=3',
  'FREQ=DAILY;BYHOUR=1,2;COUNT=3',
  'FREQ=DAILY;COUNT=12345',
  'FREQ=DAILY;INTERVAL=0;COUNT=2',
  'FREQ=DAILY;UNTIL=soon',
  'BYDAY=TU;COUNT=2',
  'nonsense',
  '',
])('takes the first time alone of a rule that cannot be followed, and says so: %j', (rule) => {
  expect(repeatsOf(start, rule)).toEqual({ times: [start], cut: true })
})

it('takes two hundred times, and says that there are more', () => {
  expect([repeatsOf(start, 'FREQ=DAILY;COUNT=200'), repeatsOf(start, 'FREQ=DAILY;COUNT=201')].map(lengthOf)).toEqual([
    [200, false],
    [200, true],
  ])
})

function lengthOf({ times, cut }: { times: string[]; cut: boolean }): [number, boolean] {
  return [times.length, cut]
}
