import { expect, it } from 'vitest'
import { startProgram } from './program-draft'
import { instantSince1970, tellOtherZone, timeReader } from './source-times'

const read = (time: string | null, timeZone = 'Europe/Paris') => {
  const { addProblem, finish } = startProgram()
  const at = timeReader(timeZone, addProblem)(time, 'path')
  return [at?.toISOString() ?? null, ...finish().problems.map(({ code }) => code)]
}

it.each([
  ['2027-06-10T09:00:00', '2027-06-10T07:00:00.000Z'],
  ['2027-06-10 09:00', '2027-06-10T07:00:00.000Z'],
  ['2027-06-10 9:00', '2027-06-10T07:00:00.000Z'],
  ['2027-06-10 09:00:00.0', '2027-06-10T07:00:00.000Z'],
  ['2027-06-10T09:00:00Z', '2027-06-10T09:00:00.000Z'],
  ['2027-06-10T09:00:00.000Z', '2027-06-10T09:00:00.000Z'],
  ['2027-06-10T09:00:00-04:00', '2027-06-10T13:00:00.000Z'],
])('reads %s', (time, instant) => {
  expect(read(time)).toEqual([instant])
})

it.each(['2027-02-30T09:00:00', '2027-06-10T25:00:00', '0001-01-01T09:00:00', '999999-01-01T09:00:00', 'soon', '9:00'])(
  'says that %s is no time',
  (time) => {
    expect(read(time)).toEqual([null, 'time-unreadable'])
  },
)

it('says nothing of a time that is missing', () => {
  expect([read(null), read(' ')]).toEqual([[null], [null]])
})

it('tells of a wall time that no clock shows, and takes an instant as it is', () => {
  expect(read('2027-03-28T02:30:00')).toEqual(['2027-03-28T01:30:00.000Z', 'time-skipped'])
  expect(read('2027-03-28T01:30:00Z')).toEqual(['2027-03-28T01:30:00.000Z'])
})

it('knows no instant that calendars do not have', () => {
  expect([0, 1e15, Infinity].map((ms) => instantSince1970(ms)?.toISOString() ?? null)).toEqual([
    '1970-01-01T00:00:00.000Z',
    null,
    null,
  ])
})

it('says once that clock times and instants are of another zone, and how many', () => {
  const times = ['2027-06-10T08:00:00Z', '2027-06-10T09:00:00Z'].map((at, index) => ({
    path: `[${index}]`,
    wall: ['10:00', '11:00'][index] ?? '',
    at: new Date(at),
  }))
  const told = ['Europe/Paris', 'Europe/London'].map((timeZone) => {
    const { addProblem, finish } = startProgram()
    tellOtherZone(times, timeZone, addProblem)
    return finish().problems
  })
  expect(told).toEqual([
    [],
    [{ severity: 'warning', path: '[0]', code: 'zone-differs', detail: '10:00 ≠ 09:00 Europe/London, 2 / 2' }],
  ])
})

it.each([
  [' 2027-06-10T23:59 ', '2027-06-10T21:59:00.000Z'],
  ['2027-06-10T00:00', '2027-06-09T22:00:00.000Z'],
  ['2027-06-10T09:00:00+0530', '2027-06-10T03:30:00.000Z'],
  [' 2027-06-10T09:00-04:00 ', '2027-06-10T13:00:00.000Z'],
])('reads %j', (time, instant) => {
  expect(read(time)).toEqual([instant])
})

it.each([
  '2027-06-10T24:00',
  'x2027-06-10T09:00',
  '2027-06-10T09:00 h',
  '2027-06-10T09:00:00 CET',
  '2027-06-10T09:99',
  '2027-06-10T09:00+99:00',
  '2027-06-10',
])('takes nothing around a time for a part of it: %j', (time) => {
  expect(read(time)).toEqual([null, 'time-unreadable'])
})

it('says of an unreadable time that it is an error, where it stands, and what it says', () => {
  const { addProblem, finish } = startProgram()
  timeReader('Europe/Paris', addProblem)(' soon ', '[3].start')
  expect(finish().problems).toEqual([{ severity: 'error', path: '[3].start', code: 'time-unreadable', detail: 'soon' }])
})

it.each(['2027-03-28T02:30:00+01:00', '2027-03-28T02:30:00+0100', ' 2027-03-28T02:30:00Z '])(
  'asks no clock about an instant that says its offset: %j',
  (time) => {
    expect(read(time)).toHaveLength(1)
  },
)
