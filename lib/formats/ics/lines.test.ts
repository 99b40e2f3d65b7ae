import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitIcs } from './lines'

const split = (...lines: string[]) => splitIcs(new TextEncoder().encode(lines.join('\r\n')))
const texts = (lines: { text: string }[]) => lines.map(({ text }) => text)
const whole = ['BEGIN:VCALENDAR', 'X-WR-CALNAME:One', 'BEGIN:VEVENT', 'SUMMARY:Rust', 'END:VEVENT', 'END:VCALENDAR']
const cutShort = {
  severity: 'warning',
  path: 'end of file',
  code: 'file-cut-short',
  detail: 'END:VCALENDAR is missing',
}
const notClosed = (line: number) => ({
  severity: 'warning',
  path: `line ${line}`,
  code: 'event-not-closed',
  detail: 'END:VEVENT is missing',
})
const outside = (line: number, detail: string) => ({
  severity: 'error',
  path: `line ${line}`,
  code: 'outside-event',
  detail,
})

it('takes a calendar apart into its own lines and its events, each with where it stands', () => {
  expect(split(...whole)).toEqual({
    calendar: [{ number: 2, text: 'X-WR-CALNAME:One' }],
    events: [
      { line: 3, lines: [{ number: 4, text: 'SUMMARY:Rust' }], header: [{ number: 2, text: 'X-WR-CALNAME:One' }] },
    ],
    zones: [],
    others: new Map(),
    problems: [],
  })
})

describe('lines', () => {
  it.each(['\n', '\r', '\r\n'])('end with %j alike', (end) => {
    expect(splitIcs(new TextEncoder().encode(whole.join(end)))).toEqual(split(...whole))
  })

  it('are joined where they were folded, also within a letter, and counted as they stand', () => {
    const bytes = new TextEncoder().encode('SUMMARY:é')
    const folded = [...bytes.slice(0, -1), 13, 10, 32, ...bytes.slice(-1)]
    const [start, end] = ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', '\r\n\tüber\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR']
    const { events } = splitIcs(
      new Uint8Array([...new TextEncoder().encode(start), ...folded, ...new TextEncoder().encode(end)]),
    )
    expect(events[0]?.lines).toEqual([
      { number: 3, text: 'SUMMARY:éüber' },
      { number: 6, text: 'UID:1' },
    ])
  })

  it('say the same however they are folded', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(fc.nat(60)), (words, cuts) => {
        const text = `SUMMARY:${words.replace(/[\r\n]/g, '')}.`
        const bytes = new TextEncoder().encode(text)
        const pieces: number[] = []
        bytes.forEach((byte, index) => pieces.push(...(index > 0 && cuts.includes(index) ? [13, 10, 32] : []), byte))
        const around = (inner: Iterable<number>) =>
          splitIcs(
            new Uint8Array([
              ...new TextEncoder().encode('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'),
              ...inner,
              ...new TextEncoder().encode('\r\nEND:VEVENT\r\nEND:VCALENDAR'),
            ]),
          ).events.flatMap(({ lines }) => texts(lines))
        expect(around(pieces)).toEqual([text])
      }),
    )
  })

  it('are passed over where they are empty', () => {
    expect(split('BEGIN:VCALENDAR', '', '  ', 'END:VCALENDAR').calendar).toEqual([])
  })
})

describe('what is not as it should be', () => {
  it('names an event that is not closed, and reads the next one all the same', () => {
    const { events, problems } = split('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:One', 'BEGIN:VEVENT', 'SUMMARY:Two')
    expect([events.map(({ lines }) => texts(lines)), problems]).toEqual([
      [['SUMMARY:One'], ['SUMMARY:Two']],
      [notClosed(2), notClosed(4), cutShort],
    ])
  })

  it('names lines that stand outside of every event, by what they are called', () => {
    const { calendar, problems } = split(
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'UID:lost',
      'SUMMARY:Lost',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'X-LATE:1',
      'END:VCALENDAR',
    )
    expect([texts(calendar), problems]).toEqual([['VERSION:2.0'], [outside(3, 'SUMMARY:Lost'), outside(8, 'X-LATE:1')]])
  })

  it('names an end without a beginning, and shows no more of a line than one can read', () => {
    expect(split('BEGIN:VCALENDAR', 'END:VEVENT', 'END:VCALENDAR').problems).toEqual([outside(2, 'END:VEVENT')])
    const long = `SUMMARY:${'x'.repeat(300)}`
    expect(split('BEGIN:VCALENDAR', long, 'BEGIN:VEVENT', 'END:VEVENT', 'END:VCALENDAR').problems).toEqual([
      outside(2, long.slice(0, 200)),
    ])
  })

  it('misses the end of a file that was cut short, also of an empty one', () => {
    expect(split(...whole.slice(0, -1)).problems).toEqual([cutShort])
    expect(split('').problems).toEqual([cutShort])
  })

  it('throws at no bytes whatever', () => {
    const line = fc.constantFrom(...whole, 'END:VALARM', 'BEGIN:VALARM', 'END:', 'BEGIN: vevent ', '\u0000')
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { events } = split(...lines)
        expect(events.length).toBe(lines.filter((text) => /^BEGIN:\s*VEVENT\s*$/i.test(text)).length)
      }),
    )
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void splitIcs(bytes)))
  })
})

it('keeps a zone’s own lines, and leaves out what is nested in an event', () => {
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Here', 'BEGIN:STANDARD', 'END:STANDARD', 'END:VTIMEZONE']
  const { zones, events, calendar } = split(
    'BEGIN:VCALENDAR',
    ...zone,
    'BEGIN:VEVENT',
    'UID:1',
    'BEGIN:VALARM',
    'SUMMARY:Ring',
    'END:VALARM',
    'LOCATION:Hall',
    'END:VEVENT',
    'END:VCALENDAR',
  )
  expect([zones, events.map(({ lines }) => texts(lines)), calendar]).toEqual([[zone], [['UID:1', 'LOCATION:Hall']], []])
})

it('ends what is nested and not closed with its event', () => {
  const { events, problems } = split(
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'BEGIN:VALARM',
    'END:VEVENT',
    'BEGIN:VTODO',
    'BEGIN:VEVENT',
    'UID:2',
    'END:VEVENT',
    'END:VCALENDAR',
  )
  expect([events.map(({ lines }) => texts(lines)), problems]).toEqual([[['UID:1'], ['UID:2']], []])
})

it('gives each event the properties of its own calendar, wherever they stand, and counts what is no event', () => {
  const { events, others, calendar, problems } = split(
    'BEGIN:VCALENDAR',
    'UID:calendar',
    'DESCRIPTION:Ours',
    'BEGIN:VTODO',
    'SUMMARY:Sweep',
    'END:VTODO',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'METHOD:CANCEL',
    'END:VCALENDAR',
    'BEGIN:VCALENDAR',
    'NAME:Second',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'END:VCALENDAR',
    'BEGIN:VEVENT',
    'END:VEVENT',
  )
  expect([events.map(({ header }) => texts(header)), others, texts(calendar), problems]).toEqual([
    [['UID:calendar', 'DESCRIPTION:Ours', 'METHOD:CANCEL'], ['NAME:Second'], []],
    new Map([['VTODO', 1]]),
    ['UID:calendar', 'DESCRIPTION:Ours', 'METHOD:CANCEL', 'NAME:Second'],
    [],
  ])
})

it('misses no calendar around events', () => {
  expect(split('BEGIN:VEVENT', 'UID:1', 'END:VEVENT').problems).toEqual([])
  expect(split('BEGIN:VEVENT', 'UID:1').problems).toEqual([notClosed(1), cutShort])
})

describe('of more than any conference has', () => {
  const event = ['BEGIN:VEVENT', 'END:VEVENT']
  const many = (count: number, ...lines: string[]) =>
    Array.from({ length: count }, () => lines.join('\r\n')).join('\r\n')

  it('nothing is read where it is lines', () => {
    expect(split('BEGIN:VCALENDAR', many(500_000, 'X'))).toEqual({
      calendar: [],
      events: [],
      zones: [],
      others: new Map(),
      problems: [{ severity: 'error', path: 'line 500000', code: 'too-many-rows', detail: '500000' }],
    })
  })

  it('the first events are read, and of the others it is said where they begin', () => {
    const { events, problems } = split('BEGIN:VCALENDAR', many(20_002, ...event), 'END:VCALENDAR')
    expect(events.length).toBe(20_000)
    expect(problems).toEqual([{ severity: 'error', path: 'line 40002', code: 'too-many-sessions', detail: '> 20000' }])
  })

  it('the first zones are kept', () => {
    const zone = ['BEGIN:VTIMEZONE', 'END:VTIMEZONE']
    expect(split('BEGIN:VCALENDAR', many(1_001, ...zone), ...event, 'END:VCALENDAR').zones).toEqual(
      Array.from({ length: 1_000 }, () => zone),
    )
  })

  it('all properties of a calendar are its own', () => {
    const { calendar, problems } = split('BEGIN:VCALENDAR', many(300_000, 'URL:x'), ...event, 'END:VCALENDAR')
    expect([calendar.length, problems]).toEqual([300_000, []])
  })
})
