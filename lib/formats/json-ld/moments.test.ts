import { expect, it } from 'vitest'
import { startProgram } from '../reading/program-draft'
import { isoDuration, isoMoment } from './moments'

const read = (text: string) => {
  const draft = startProgram()
  const moment = isoMoment(text, 'x.startDate', { timeZone: 'Europe/Paris', addProblem: draft.addProblem })
  return [moment?.dayOn, moment?.at?.toISOString(), ...draft.finish().problems.map(({ code }) => code)]
}

it.each([
  ['2027-09-14', ['2027-09-14', undefined]],
  ['2027-09-14T09:00', ['2027-09-14', '2027-09-14T07:00:00.000Z']],
  ['2027-09-14 9:00:30', ['2027-09-14', '2027-09-14T07:00:30.000Z']],
  ['2027-09-14T09:00:00Z', ['2027-09-14', '2027-09-14T09:00:00.000Z']],
  [' 2027-09-14T09:00:00.000-0500 ', ['2027-09-14', '2027-09-14T14:00:00.000Z']],
  ['2027-09-14T09:00+02', ['2027-09-14', '2027-09-14T07:00:00.000Z']],
  ['2027-03-28T02:30', ['2027-03-28', '2027-03-28T01:30:00.000Z', 'time-skipped']],
  ['2027-13-14', [undefined, undefined]],
  ['2027-09-14T25:00Z', [undefined, undefined]],
  ['soon', [undefined, undefined]],
])('reads %s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

it.each([
  ['PT45M', 45],
  ['PT1H30M', 90],
  ['P1DT2H', 26 * 60],
  ['PT0M', null],
  ['45 minutes', null],
  ['', null],
])('takes %s for %s minutes', (text, minutes) => {
  expect(isoDuration(text)).toBe(minutes === null ? null : minutes * 60_000)
})
