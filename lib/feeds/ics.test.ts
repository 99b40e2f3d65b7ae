import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { writeCalendar, type Calendar, type CalendarEntry } from './ics'

const entry: CalendarEntry = {
  id: 'a9f0c9a2-3c0e-4c54-9a6f-000000000001',
  sequence: 3,
  status: 'confirmed',
  title: 'Controllers in Rust',
  dayOn: '2026-03-24',
  startAt: new Date('2026-03-24T13:15:00Z'),
  endAt: new Date('2026-03-24T13:45:00Z'),
  createdAt: new Date('2026-01-02T03:04:05Z'),
  updatedAt: new Date('2026-02-03T04:05:06Z'),
  location: 'Hall 7, RAI',
  description: 'Ada Lovelace (Engines)\n\nhttps://hallway.example/c/kube/sessions/1-controllers',
  category: 'Runtime',
  url: 'https://hallway.example/c/kube/sessions/1-controllers',
  secret: false,
}

const calendar: Calendar = {
  instanceId: 'f00d',
  name: 'Kube',
  description: 'All of it.',
  timeZone: 'Europe/Amsterdam',
  published: { feedUrl: 'https://hallway.example/c/kube/schedule.ics', pageUrl: 'https://hallway.example/c/kube' },
  busy: false,
  revisedAt: new Date('2026-02-04T05:06:07Z'),
  entries: [entry],
}

/**
 * What a client reads: each property's value by its name, texts unescaped. ical.js leaves the calendar's own names as
 * they stand.
 */
function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text))
  const values = (of: ICAL.Component) =>
    Object.fromEntries(of.getAllProperties().map((property) => [property.name, String(property.getFirstValue())]))
  const unescape = (value: string) => value.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))
  const { name, 'x-wr-calname': calendarName, 'x-wr-caldesc': calendarDescription, ...rest } = values(component)
  return {
    ...rest,
    name: unescape(name ?? ''),
    'x-wr-calname': unescape(calendarName ?? ''),
    'x-wr-caldesc': unescape(calendarDescription ?? ''),
    events: component.getAllSubcomponents().map(values),
  }
}

/** The names of all lines in order, as any reader that unfolds would see them. */
function propertyNames(text: string): string[] {
  return text
    .replace(/\r\n /g, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => /^[A-Z-]+/.exec(line)?.[0] ?? `?${line}`)
}

const hostile = [
  '<script>alert(1)</script>',
  'one\r\nX-EVIL:1',
  'one\nBEGIN:VEVENT\rtwo',
  'a\u2028X-EVIL:1\u0085X-EVIL:2\u000bX-EVIL:3',
  'a backslash and n: \\n, at the end: \\',
  'semi;colon, comma, "quotes", colon: \'single\'',
  'שלום עולם ‏مرحبا‎ \u202Eesrever',
  '👩‍👩‍👧‍👦 family 🏳️‍🌈 é e\u0301',
  'null\u0000and bell\u0007and\u001b[31mescape',
  'half \ud800 a \udc00 pair',
  '$& $1 $` {title} {0} #',
  'é🎉'.repeat(2500),
  'x'.repeat(5000),
]

/** The text as a client shall have it on one line: line breaks are a space, control characters are gone. */
const onOneLine = (text: string) => inFull(text).replace(/[\n\t]+/g, ' ')
const inFull = (text: string) =>
  [...text.replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, '\n')]
    .filter((character) => !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(character))
    .map((character) => (/^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character))
    .join('')

describe('writeCalendar', () => {
  it('writes every property of the contract, and no other', () => {
    expect(writeCalendar(calendar).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Hallway//Hallway//EN',
      'URL:https://hallway.example/c/kube',
      'SOURCE;VALUE=URI:https://hallway.example/c/kube/schedule.ics',
      'CALSCALE:GREGORIAN',
      'LAST-MODIFIED:20260204T050607Z',
      'DESCRIPTION:All of it.',
      'X-WR-TIMEZONE:Europe/Amsterdam',
      'NAME:Kube',
      'X-WR-CALNAME:Kube',
      'X-WR-CALDESC:All of it.',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:a9f0c9a2-3c0e-4c54-9a6f-000000000001@f00d.hallway',
      'SEQUENCE:3',
      'DTSTAMP:20260203T040506Z',
      'DTSTART:20260324T131500Z',
      'DTEND:20260324T134500Z',
      'SUMMARY:Controllers in Rust',
      'TRANSP:TRANSPARENT',
      'LOCATION:Hall 7\\, RAI',
      'DESCRIPTION:Ada Lovelace (Engines)\\n\\nhttps://hallway.example/c/kube/sessi',
      ' ons/1-controllers',
      'CATEGORIES:Runtime',
      'URL;VALUE=URI:https://hallway.example/c/kube/sessions/1-controllers',
      'STATUS:CONFIRMED',
      'CREATED:20260102T030405Z',
      'LAST-MODIFIED:20260203T040506Z',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('names no address in a feed at a secret one, makes its reader busy and keeps personal time to them', () => {
    const lines = writeCalendar({
      ...calendar,
      published: undefined,
      busy: true,
      entries: [{ ...entry, secret: true, url: null, description: '', location: '', category: null, createdAt: null }],
    }).split('\r\n')
    expect(lines.filter((line) => /^(URL|SOURCE|LOCATION|CATEGORIES|CREATED)/.test(line))).toEqual([])
    expect(lines.filter((line) => /^(TRANSP|CLASS)/.test(line))).toEqual(['TRANSP:OPAQUE', 'CLASS:PRIVATE'])
  })

  it('leaves the end out where none is known or it is not after the start', () => {
    const noEnd = { ...entry, endAt: null }
    const noLength = { ...entry, endAt: entry.startAt }
    expect(
      read(writeCalendar({ ...calendar, entries: [noEnd, noLength] })).events.map(({ dtstart, dtend }) => [
        dtstart,
        dtend,
      ]),
    ).toEqual([
      ['2026-03-24T13:15:00Z', undefined],
      ['2026-03-24T13:15:00Z', undefined],
    ])
  })

  it('writes what has no time as a day of which nobody is busy', () => {
    const day = { ...entry, startAt: null, endAt: null }
    const lines = writeCalendar({ ...calendar, busy: true, entries: [day] }).split('\r\n')
    expect(lines.filter((line) => /^(DT(START|END)|TRANSP)/.test(line))).toEqual([
      'DTSTART;VALUE=DATE:20260324',
      'TRANSP:TRANSPARENT',
    ])
  })

  it.each(hostile.map((text, index) => [index, text]))('keeps a hostile text a text, everywhere (%i)', (_, text) => {
    const written = writeCalendar({
      ...calendar,
      name: text,
      description: text,
      timeZone: 'UTC',
      entries: [{ ...entry, title: text, location: text, description: text, category: text }],
    })
    expect(propertyNames(written)).toEqual(propertyNames(writeCalendar(calendar)))
    expect(read(written)).toMatchObject({
      name: onOneLine(text),
      'x-wr-calname': onOneLine(text),
      'x-wr-caldesc': inFull(text),
      description: inFull(text),
      events: [
        { summary: onOneLine(text), location: onOneLine(text), description: inFull(text), categories: onOneLine(text) },
      ],
    })
    expect(longestLine(written)).toBeLessThanOrEqual(75)
    // A cut character would not survive decoding.
    expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(written))).toBe(written)
  })

  it('gives any text back as it was, and folds within 75 octets', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        (title, description) => {
          const written = writeCalendar({
            ...calendar,
            name: title,
            entries: [{ ...entry, title, description: `${description}.` }],
          })
          expect(read(written).events).toMatchObject([
            { summary: onOneLine(title), description: inFull(`${description}.`) },
          ])
          expect(read(written).name).toBe(onOneLine(title))
          expect(longestLine(written)).toBeLessThanOrEqual(75)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('percent-encodes what a URI property cannot hold', () => {
    const published = { feedUrl: 'https://h.example/c/a,b;c\r\nX-EVIL:1/é', pageUrl: 'https://h.example/c/%C3%A9' }
    expect(read(writeCalendar({ ...calendar, published }))).toMatchObject({
      source: 'https://h.example/c/a%2Cb%3BcX-EVIL:1/%C3%A9',
      url: 'https://h.example/c/%C3%A9',
    })
  })

  it('writes the same bytes in every zone and at every moment', () => {
    const before = process.env.TZ
    const both = { ...calendar, entries: [entry, { ...entry, startAt: null, endAt: null }] }
    const written = ['UTC', 'Pacific/Auckland', 'America/St_Johns'].map((zone) => {
      process.env.TZ = zone
      return [new Date(0).getHours(), writeCalendar(both)]
    })
    process.env.TZ = before
    expect(written).toEqual([0, 12, 20].map((hour) => [hour, writeCalendar(both)]))
  })
})

function longestLine(text: string): number {
  return Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))
}
