import { expect, it } from 'vitest'
import { parseFiles } from '../parse'
import { instantOf } from '@/lib/platform/time'
import { tellClockChange } from './clock-changes'

const told = (wall: string, timeZone: string) => {
  const problems: (string | undefined)[][] = []
  tellClockChange(
    wall,
    (wall) => instantOf(wall, timeZone),
    'line 2',
    (...problem) => problems.push(problem),
  )
  return problems.map(([, path, code, detail]) => [path, code, detail].join(' '))
}
const problemsOf = (name: string, text: string) => {
  const result = parseFiles([{ name, bytes: new TextEncoder().encode(text) }], { timeZone: 'Europe/Paris' })
  return result.problems.map(({ path, code, detail }) => [path, code, detail].join(' '))
}

it.each([
  ['2027-03-28T01:59', 'Europe/Paris', []],
  ['2027-03-28T02:00', 'Europe/Paris', ['line 2 time-skipped 2027-03-28 02:00 → 03:00']],
  ['2027-03-28 02:59:30', 'Europe/Paris', ['line 2 time-skipped 2027-03-28 02:59 → 03:59']],
  ['2027-03-28T03:00', 'Europe/Paris', []],
  ['2027-10-31T01:59', 'Europe/Paris', []],
  ['2027-10-31T02:00', 'Europe/Paris', ['line 2 time-twice 2027-10-31 02:00']],
  ['2027-10-31T02:59', 'Europe/Paris', ['line 2 time-twice 2027-10-31 02:59']],
  ['2027-10-31T03:00', 'Europe/Paris', []],
  ['2026-10-04T02:15', 'Australia/Lord_Howe', ['line 2 time-skipped 2026-10-04 02:15 → 02:45']],
  ['2026-04-05T01:45', 'Australia/Lord_Howe', ['line 2 time-twice 2026-04-05 01:45']],
  ['soon', 'Europe/Paris', []],
])('tells what a change of clocks makes of %s in %s', (wall, timeZone, expected) => {
  expect(told(wall, timeZone)).toEqual(expected)
})

it('tells it of a table, of the end that is used alone, and that nothing is left of the length', () => {
  const table = [
    'Title,Day,Start,End',
    'Night,2027-03-28,02:30,03:30',
    'Late,2027-03-28,22:00,02:30',
    'Autumn,2027-10-31,02:30,04:00',
  ].join('\n')
  expect(problemsOf('a.csv', table)).toEqual([
    'line 2 time-skipped 2027-03-28 02:30 → 03:30',
    'line 4 time-twice 2027-10-31 02:30',
    'line 2 end-not-after-start Night',
  ])
})

it('tells it of a calendar', () => {
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sched.com One//EN',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Night',
    'DTSTART;TZID=Europe/Paris:20270328T013000',
    'DTEND;TZID=Europe/Paris:20270328T023000',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:2',
    'SUMMARY:Autumn',
    'DTSTART:20271031T023000',
    'DTEND:20271031T040000',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  expect(problemsOf('a.ics', calendar)).toEqual([
    'line 4 time-skipped 2027-03-28 02:30 → 03:30',
    'line 10 time-twice 2027-10-31 02:30',
  ])
})
