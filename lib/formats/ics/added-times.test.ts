import { expect, it } from 'vitest'
import { parseFiles } from '../parse'

const dates = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2031, 6, 10, 9, 1 + index)).toISOString().replace(/[-:]|\.000/g, ''),
  )

/** How many sessions come of an event with these lines, the last one, and what is said. */
function read(lines: string[], start = '20310710T090000Z') {
  const event = [`DTSTART:${start}`, 'DURATION:PT30M', 'SUMMARY:Lighting up', 'UID:1', ...lines]
  const text = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Sched.com Lanterns//EN',
    'BEGIN:VEVENT',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  const files = [{ name: 'all.ics', bytes: new TextEncoder().encode(text.join('\r\n')) }]
  const parsed = parseFiles(files, { timeZone: 'Europe/Paris' })
  const starts = parsed.ok ? parsed.program.sessions.map(({ startAt }) => startAt ?? '').sort() : []
  return {
    count: starts.length,
    last: starts.at(-1),
    problems: parsed.problems.map(({ path, code, detail }) => [path, code, detail].join(' ')),
  }
}

it.each([
  ['in one line', (list: string[]) => [`RDATE:${list.join(',')}`]],
  ['in a line each', (list: string[]) => list.map((date) => `RDATE:${date}`)],
])('keeps of very many times %s as many as a rule may have, and says so', (_, linesOf) => {
  expect(read(linesOf(dates(20_000)))).toEqual({
    count: 200,
    last: '2031-07-10T12:19:00.000Z',
    problems: ['line 3 repeats-cut 200: Lighting up'],
  })
})

it('keeps no more of them beside the times of a rule', () => {
  expect(read(['RRULE:FREQ=DAILY;COUNT=190', `RDATE:${dates(30).join(',')}`])).toEqual({
    count: 200,
    last: '2032-01-15T09:00:00.000Z',
    problems: ['line 3 repeats-cut 200: Lighting up'],
  })
})

it('reads each on its own clocks, and says what a change of them made of it, or that they are not known', () => {
  const lines = [
    'RDATE;TZID=Europe/Berlin:20310330T023000',
    'RDATE;VALUE=PERIOD;TZID=America/New_York:20310331T090000/PT1H',
    'RDATE;TZID=Nowhere:20310401T090000',
  ]
  expect(read(lines, '20310329T090000Z')).toEqual({
    count: 4,
    last: '2031-04-01T07:00:00.000Z',
    problems: ['line 3 zone-unknown Nowhere: Lighting up', 'line 3 time-skipped 2031-03-30 02:30 → 03:30'],
  })
})
