import { describe, expect, it } from 'vitest'
import { parseFiles } from '../parse'
import { findAdapter } from '../registry'
import { ics } from './ics'

const file = (...lines: string[]) => [{ name: 'x', bytes: new TextEncoder().encode(lines.join('\r\n')) }]
const calendar = (...lines: string[]) => file('BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR')
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const read = (...lines: string[]) => {
  const parsed = parseFiles(calendar(...lines), { format: 'ics', timeZone: 'Europe/Paris' })
  return parsed.ok ? parsed : null
}

describe('recognises', () => {
  it.each([
    [['BEGIN:VCALENDAR'], 'ics'],
    [['\ufeffBEGIN:VCALENDAR'], 'ics'],
    [['', 'X-JUNK', 'begin:vevent '], 'ics'],
    [['BEGIN:VTODO'], 'ics'],
    [['BEGIN:VCALENDAR', 'PRODID:-//Sched.com Fog//EN'], 'sched-ics'],
    [['BEGIN:VCARD'], undefined],
    [['title,BEGIN:VEVENT,day', 'a,b,2027-07-08'], 'csv'],
  ])('%j as %s', (lines, format) => {
    expect(findAdapter(file(...lines))?.format).toBe(format)
  })
})

it('takes a title that says it is cancelled for what it says, with a status or without', () => {
  const start = 'DTSTART:20270708T120000Z'
  const { program } = read(
    ...event('UID:1', start, 'SUMMARY:Cancelled: Fog', 'STATUS:CANCELLED'),
    ...event('UID:2', start, 'SUMMARY:Annulée : Tides'),
  ) ?? { program: { sessions: [] } }
  expect(program.sessions.map(({ title, rawTitle, cancelled }) => [title, rawTitle, cancelled])).toEqual([
    ['Fog', 'Cancelled: Fog', true],
    ['Tides', 'Annulée : Tides', true],
  ])
})

describe('inspects', () => {
  const zone = (...lines: string[]) => ics.inspect(calendar(...lines)).timeZone
  const start = (tzid: string) => event(`DTSTART;TZID=${tzid}:20270708T120000`)

  it('the name of the calendar and what it goes by, but nobody’s address', () => {
    expect(ics.inspect(calendar('X-WR-CALNAME;CHARSET=UTF-8:Fog\\, <b>2027</b>', 'X-WR-RELCALID:abc'))).toEqual({
      title: 'Fog, 2027',
      siteKey: 'abc',
      timeZone: null,
    })
    expect(ics.inspect(calendar('X-WR-CALNAME:ann@example.com', 'X-WR-RELCALID:ann@example.com'))).toMatchObject({
      title: null,
      siteKey: null,
    })
  })

  it('the zone that it names, or that all its events name; UTC is nobody’s', () => {
    expect(zone('X-WR-TIMEZONE:Europe/Kyiv')).toBe('Europe/Kyiv')
    expect(zone('X-WR-TIMEZONE;VALUE=TEXT:W. Europe Standard Time')).toBe('Europe/Berlin')
    expect(zone('X-WR-TIMEZONE:UTC', ...start('Asia/Tokyo'), ...start('Asia/Tokyo'))).toBe('Asia/Tokyo')
    expect(zone('X-WR-TIMEZONE:Etc/GMT', ...start('Asia/Tokyo'), ...start('Europe/Paris'))).toBe(null)
    expect(zone(...start('Nowhere'))).toBe(null)
  })
})

it('takes the venue off a room’s name where several share it, and leaves one place as it is', () => {
  const at = (place: string) => event('SUMMARY:Rust', 'DTSTART:20270708T120000', `LOCATION:${place}`)
  const rooms = (...lines: string[]) => read(...lines)?.program.rooms.map(({ name }) => name)
  expect(rooms(...at('Hall 1\\, Brest'), ...at('Hall 2\\, Brest'))).toEqual(['Hall 1', 'Hall 2'])
  expect(rooms(...at('Hall 1\\, Brest'), ...at('Hall 1\\, Brest'))).toEqual(['Hall 1, Brest'])
})

it('tells a kind by any of the categories, and takes the first for the track', () => {
  const parsed = read(
    ...event('SUMMARY:Rust', 'DTSTART:20270708T120000', 'CATEGORIES:Code\\, old,Workshops', 'CATEGORIES:Fog'),
  )
  expect([parsed?.program.tracks, parsed?.program.sessions.map(({ kind }) => kind)]).toEqual([
    [{ key: 'code, old', name: 'Code, old' }],
    ['workshop'],
  ])
})

it('spends no time on rules without an end, nor on very many lines of one event', () => {
  const rules = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'YEARLY;BYMONTHDAY=30;BYMONTH=2'].flatMap((rule) =>
    event('SUMMARY:Rust', 'DTSTART:19010101T000000', `RRULE:FREQ=${rule}`),
  )
  const last = event('SUMMARY:Last', 'DTSTART:29990101T000000', ...Array<string>(20_000).fill('EXDATE:20270708T120000'))
  const before = process.cpuUsage().user
  expect(read(...rules, ...last)?.program.sessions.length).toBe(404)
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(5_000)
})
