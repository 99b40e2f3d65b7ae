import { expect, it } from 'vitest'
import { instantOf } from '@/lib/platform/time'
import { repeatsOf as timesOf } from './repeats'

const start = '2027-07-06T09:00:00'
const clocks = (wall: string) => instantOf(wall, 'Europe/Paris')
const repeatsOf = (from: string, rule: string, lastOn = '2027-07-08') => timesOf(from, rule, { clocks, lastOn })
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
  'FREQ=SECONDLY',
  'FREQ=SECONDLY;COUNT=3',
  'FREQ=MINUTELY;INTERVAL=10;COUNT=3',
  'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3',
  'FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR;COUNT=3',
  'FREQ=DAILY;BYSETPOS=1;COUNT=3',
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

it('follows hours, months and years', () => {
  expect(repeatsOf(start, 'FREQ=HOURLY;INTERVAL=2;COUNT=3').times.map((time) => time.slice(11))).toEqual([
    '09:00:00',
    '11:00:00',
    '13:00:00',
  ])
  expect(days(repeatsOf(start, 'FREQ=MONTHLY;BYDAY=1TU,-1FR;COUNT=3').times)).toEqual([
    '2027-07-06',
    '2027-07-30',
    '2027-08-03',
  ])
  expect(days(repeatsOf(start, 'FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=9;COUNT=1').times)).toEqual([
    '2027-07-06',
    '2027-08-09',
  ])
  expect(repeatsOf('2027-07-31', 'FREQ=MONTHLY;COUNT=3')).toEqual({ times: ['2027-07-31'], cut: true })
})

it('ends with the conference where a rule has no end, or one that is more than a month away', () => {
  const three = { times: ['2027-07-06', '2027-07-07', '2027-07-08'], cut: true }
  expect(repeatsOf('2027-07-06', 'FREQ=DAILY')).toEqual(three)
  expect(repeatsOf('2027-07-06', 'FREQ=DAILY;UNTIL=20271231')).toEqual(three)
  expect(repeatsOf('2027-07-06', 'FREQ=DAILY;UNTIL=20270709').times.length).toBe(4)
  expect(repeatsOf('2027-07-06', 'FREQ=DAILY', '2099-01-01').times.length).toBe(200)
})

it.each([
  ['20270707T070000Z', 2],
  ['20270707T065959Z', 1],
  ['20270707T090000', 2],
  ['20270707T085959', 1],
  ['20270707', 2],
])('ends at %s on the event’s own clocks', (until, count) => {
  expect(repeatsOf(start, `FREQ=DAILY;UNTIL=${until}`)).toMatchObject({ times: { length: count }, cut: false })
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
