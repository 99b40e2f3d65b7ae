import { describe, expect, it } from 'vitest'
import { instantOf } from '@/lib/platform/time'
import { readEvent } from './event'

/** Reads one event; times without a zone are those of Paris. */
function read(...lines: string[]) {
  const problems: string[] = []
  const numbered = lines.map((text, index) => ({ number: index + 2, text }))
  const events = readEvent(
    { line: 1, lines: numbered, header: [] },
    {
      pathOf: (line) => `line ${line}`,
      clocks: (wall) => instantOf(wall, 'Europe/Paris'),
      clocksOf: (tzid) => (tzid === 'Asia/Tokyo' ? (wall) => instantOf(wall, 'Asia/Tokyo') : null),
      lastOn: '2027-06-12',
      addProblem: (severity, path, code, detail = '') => void problems.push([severity, path, code, detail].join(' ')),
    },
  )
  return { events, problems }
}
const times = (...lines: string[]) =>
  read('SUMMARY:Rust', ...lines).events.map(({ dateOn, startAt, endAt }) =>
    [dateOn, startAt?.toISOString(), endAt?.toISOString()].filter(Boolean).join(' '),
  )

it('reads what an event says of itself, as plain texts', () => {
  const { events, problems } = read(
    'UID:abc',
    'SUMMARY:Rust\\, for <b>all</b>',
    'DESCRIPTION:One<br>two\\nthree',
    'CATEGORIES:CODE',
    'LOCATION:Hall 7\\, Expo',
    'URL: https://one.sched.com/event/1 ',
    'DTSTART:20270610T090000Z',
    'DTEND:20270610T100000Z',
    'STATUS:Cancelled',
    'DTSTAMP:20200101T000000Z',
  )
  expect([events, problems]).toEqual([
    [
      {
        path: 'line 1',
        uid: 'abc',
        summary: 'Rust, for all',
        description: expect.stringMatching(/^One\s+two\s+three$/),
        categories: ['CODE'],
        place: 'Hall 7, Expo',
        dateOn: null,
        startAt: new Date('2027-06-10T09:00:00Z'),
        endAt: new Date('2027-06-10T10:00:00Z'),
        url: 'https://one.sched.com/event/1',
        cancelled: true,
        sequence: 0,
        insteadOf: null,
        language: null,
        properties: expect.any(Map),
      },
    ],
    [],
  ])
})

it('says nothing of what is not there', () => {
  expect(read('SUMMARY:Rust', 'DTSTART;VALUE=DATE:20270610').events).toEqual([
    {
      path: 'line 1',
      uid: null,
      summary: 'Rust',
      description: null,
      categories: [],
      place: '',
      dateOn: '2027-06-10',
      startAt: null,
      endAt: null,
      url: null,
      cancelled: false,
      sequence: 0,
      insteadOf: null,
      language: null,
      properties: expect.any(Map),
    },
  ])
})

describe('the time of an event', () => {
  it('is on the clocks of its zone, else on the calendar’s', () => {
    expect(times('DTSTART:20270610T090000')).toEqual(['2027-06-10T07:00:00.000Z'])
    expect(times('DTSTART;TZID=Asia/Tokyo:20270610T090000')).toEqual(['2027-06-10T00:00:00.000Z'])
  })

  it('lasts until its end, or as long as it says', () => {
    expect(times('DTSTART:20270610T090000Z', 'DURATION:PT1H30M')).toEqual([
      '2027-06-10T09:00:00.000Z 2027-06-10T10:30:00.000Z',
    ])
  })

  it('is each at which it repeats, but for those left out, as long each time', () => {
    expect(
      times(
        'DTSTART:20270610T090000Z',
        'DTEND:20270610T093000Z',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE:20270611T090000Z',
        'RDATE:20270620T090000Z,20270610T090000Z',
      ),
    ).toEqual([
      '2027-06-10T09:00:00.000Z 2027-06-10T09:30:00.000Z',
      '2027-06-12T09:00:00.000Z 2027-06-12T09:30:00.000Z',
      '2027-06-20T09:00:00.000Z 2027-06-20T09:30:00.000Z',
    ])
  })

  it('is each day of the conference when it never ends', () => {
    expect(times('DTSTART:20270610T090000', 'RRULE:FREQ=DAILY')).toEqual([
      '2027-06-10T07:00:00.000Z',
      '2027-06-11T07:00:00.000Z',
      '2027-06-12T07:00:00.000Z',
    ])
  })

  it('is of several rules all of theirs, each once', () => {
    expect(
      times('DTSTART:20270610', 'RRULE:FREQ=DAILY;COUNT=2', 'RRULE:FREQ=WEEKLY;COUNT=2', 'RRULE:FREQ=DAILY;COUNT=2'),
    ).toEqual(['2027-06-10', '2027-06-11', '2027-06-17'])
  })

  it('is each of the days of an event that lasts several, whatever says so', () => {
    expect(times('DTSTART:20270610', 'DTEND;VALUE=DATE:20270612')).toEqual(['2027-06-10', '2027-06-11'])
    expect(times('DTSTART;VALUE=DATE:20270610', 'DURATION:P2D')).toEqual(['2027-06-10', '2027-06-11'])
    expect(times('DTSTART;VALUE=DATE:20270610', 'DTEND;VALUE=DATE:20270610')).toEqual(['2027-06-10'])
  })

  it('is left out by its day alone, and by a time without a zone', () => {
    const rule = ['DTSTART;TZID=Asia/Tokyo:20270610T090000', 'RRULE:FREQ=DAILY;COUNT=3']
    expect(times(...rule, 'EXDATE;VALUE=DATE:20270611', 'EXDATE:20270612T090000')).toEqual(['2027-06-10T00:00:00.000Z'])
    expect(times('DTSTART:20270610', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20270611T000000')).toEqual(['2027-06-10'])
  })

  it('keeps its hour on the clocks when they change', () => {
    expect(times('DTSTART:20270327T090000', 'RRULE:FREQ=DAILY;COUNT=2')).toEqual([
      '2027-03-27T08:00:00.000Z',
      '2027-03-28T07:00:00.000Z',
    ])
  })

  it('is another’s, of which it says when that was', () => {
    expect(
      read('SUMMARY:Rust', 'DTSTART:20270610T110000Z', 'RECURRENCE-ID:20270610T090000Z').events[0]?.insteadOf,
    ).toEqual({ at: new Date('2027-06-10T09:00:00Z'), on: null })
  })
})

describe('what cannot be read', () => {
  it.each([
    [['UID:abc', 'DTSTART:20270610T090000Z'], 0, 'error line 1 title-missing abc'],
    [['SUMMARY:Rust'], 0, 'error line 1 start-missing Rust'],
    [['SUMMARY:Rust', 'DTSTART:soon'], 0, 'error line 1 start-missing Rust'],
    [['SUMMARY:Rust', 'DTSTART:20270610T090000Z', 'DTEND:later'], 1, 'warning line 1 time-unreadable Rust'],
    [['SUMMARY:Rust', 'DTSTART:20270610T090000Z', 'nonsense'], 1, 'warning line 4 unreadable-line nonsense'],
    [['SUMMARY:Rust', 'DTSTART;TZID=Mars:20270610T090000'], 1, 'warning line 1 zone-unknown Mars: Rust'],
    [['SUMMARY:Rust', 'DTSTART:20270610T090000Z', 'RRULE:FREQ=YEARLY'], 1, 'warning line 1 repeats-cut 1: Rust'],
    [['SUMMARY:Rust', 'DTSTART:20270610T090000Z', 'EXRULE:FREQ=DAILY'], 1, 'warning line 1 repeats-cut EXRULE: Rust'],
    [['SUMMARY:Rust', 'DTSTART:20270610T090000Z', 'RDATE:soon'], 1, 'warning line 1 time-unreadable RDATE: Rust'],
    [['SUMMARY:Rust', 'DTSTART:20270610T090000Z', 'DURATION:soon'], 1, 'warning line 1 duration-unreadable Rust'],
    [['SUMMARY:Rust', 'DTSTART:20270610', 'DTEND:20270801'], 1, 'warning line 1 lasts-too-long Rust'],
  ])('is said: %j', (lines, count, problem) => {
    const { events, problems } = read(...lines)
    expect([events.length, problems]).toEqual([count, [problem]])
  })

  it('is no longer than anybody reads', () => {
    const long = 'x'.repeat(3_000)
    const [event] = read(`SUMMARY:${long}`, `LOCATION:${long}`, 'DTSTART:20270610T090000Z').events
    expect([event?.summary.length, event?.place.length]).toEqual([1_000, 1_000])
  })
})
