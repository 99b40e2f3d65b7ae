import { describe, expect, it } from 'vitest'
import type { ColumnMapping } from '../reading/column-mapping'
import { startProgram } from '../reading/program-draft'
import { dayReader } from './days'
import { isSchedExport, mapByHeaders } from './headers'
import { readRows } from './rows'
import { scheduleRows } from './schedule'

/** Reads a table whose columns are called as the fields are. */
function read(headers: string, ...lines: string[]) {
  const table = {
    headers: headers.split('|'),
    rows: lines.map((line, index) => ({ line: index + 2, cells: line.split('|') })),
  }
  const mapping: ColumnMapping = Object.fromEntries(table.headers.map((header) => [header, header]))
  const draft = startProgram()
  const days = table.rows.map(({ cells }) => cells[table.headers.indexOf('day')] ?? '')
  const { read: readDay } = dayReader(days, ['2027'])
  const rows = readRows(table as Parameters<typeof readRows>[0], mapping, {
    readDay,
    draft,
    pathOf: (line) => `line ${line}`,
    timeZone: 'Europe/Paris',
    dayOn: null,
    room: '',
  })
  const scheduled = scheduleRows(rows, draft, 'Europe/Paris')
  return {
    sessions: scheduled.map(({ get, dayOn, startAt, endAt }) =>
      [get('title'), dayOn, clock(startAt), clock(endAt)].filter(Boolean).join(' '),
    ),
    problems: draft
      .finish()
      .problems.map(({ severity, path, code, detail }) => [severity, path, code, detail].join(' ')),
  }
}

function clock(at: Date | null): string {
  return at?.toISOString().slice(0, 16) ?? ''
}

it('reads a time that names the zone of the conference, and of another zone’s no more than the day', () => {
  expect(
    read(
      'title|start|end',
      'A|2027-06-10 16:00 CET|17:00 CEST',
      'B|2027-06-10 16:00 EST|',
      'C|2027-06-10 11 pm|midnight',
    ),
  ).toEqual({
    sessions: [
      'A 2027-06-10 2027-06-10T14:00 2027-06-10T15:00',
      'B 2027-06-10',
      'C 2027-06-10 2027-06-10T21:00 2027-06-10T22:00',
    ],
    problems: ['warning line 3 time-unreadable 2027-06-10 16:00 EST'],
  })
})

describe('the day of a row', () => {
  it('is its own, or that of the row above where each day is written once, which is said', () => {
    expect(read('day|title|start|end', '2027-06-10|A|9:00|9:30', '|B|10:00|', '2027-06-11|C|9:00|10:00')).toEqual({
      sessions: [
        'A 2027-06-10 2027-06-10T07:00 2027-06-10T07:30',
        'B 2027-06-10 2027-06-10T08:00',
        'C 2027-06-11 2027-06-11T07:00 2027-06-11T08:00',
      ],
      problems: ['info line 3 day-filled-down 1'],
    })
  })

  it('is a heading between the rows', () => {
    expect(read('day|title|start', '||10 June 2027', '|A|9:00', '||11 June 2027', '|B|9:00').sessions).toEqual([
      'A 2027-06-10 2027-06-10T07:00',
      'B 2027-06-11 2027-06-11T07:00',
    ])
  })

  it('is missing, or cannot be read', () => {
    expect(read('day|title|start', '|A|9:00').problems).toEqual(['error line 2 day-missing A'])
    expect(read('day|title|start', 'someday|A|9:00', '2027-06-10|B|9:00')).toEqual({
      sessions: ['B 2027-06-10 2027-06-10T07:00'],
      problems: ['error line 2 day-unreadable someday'],
    })
  })

  it('is written with its time, where no other column has one', () => {
    expect(read('day|title', '2027-06-10 09:30|A', '2027-06-10 00:00:00|B').sessions).toEqual([
      'A 2027-06-10 2027-06-10T07:30',
      'B 2027-06-10',
    ])
  })
})

describe('the times of a row', () => {
  it('are a length, an end, or both in one cell', () => {
    expect(
      read(
        'day|title|start|end|duration',
        '2027-06-10|A|9:00||45 min',
        '2027-06-10|B|10:00|10:30|',
        '2027-06-10|C|11:00-11:20||',
        '2027-06-10|D|12:00||TBA',
      ).sessions,
    ).toEqual([
      'A 2027-06-10 2027-06-10T07:00 2027-06-10T07:45',
      'B 2027-06-10 2027-06-10T08:00 2027-06-10T08:30',
      'C 2027-06-10 2027-06-10T09:00 2027-06-10T09:20',
      'D 2027-06-10 2027-06-10T10:00',
    ])
  })

  it('go over midnight, but not for nearly a day', () => {
    expect(
      read('day|title|start|end', '2027-06-10|A|22:00|1:00', '2027-06-10|B|25:00|26:00', '2027-06-10|C|14:00|9:00'),
    ).toEqual({
      sessions: [
        'A 2027-06-10 2027-06-10T20:00 2027-06-10T23:00',
        'B 2027-06-10 2027-06-10T23:00 2027-06-11T00:00',
        'C 2027-06-10 2027-06-10T12:00',
      ],
      problems: ['warning line 4 end-before-start 9:00'],
    })
  })

  it('have an offset of their own, which needs no day', () => {
    expect(read('title|start|end', 'A|2027-06-10T09:00:00+02:00|2027-06-10T10:00:00+02:00').sessions).toEqual([
      'A 2027-06-10 2027-06-10T07:00 2027-06-10T08:00',
    ])
  })

  it('cannot be read, which is said beside the session', () => {
    expect(read('day|title|start|duration', '2027-06-10|A|early|long')).toEqual({
      sessions: ['A 2027-06-10'],
      problems: ['warning line 2 duration-unreadable long', 'warning line 2 time-unreadable early'],
    })
  })

  it('are said where clocks never show them', () => {
    expect(read('day|title|start', '2027-03-28|A|2:30').problems.map((said) => said.split(' ').slice(0, 4))).toEqual([
      ['warning', 'line', '2', 'time-skipped'],
    ])
  })
})

describe('a row that is no session', () => {
  it('has no title, which is a problem unless it holds a day alone', () => {
    expect(read('day|title|start', '2027-06-10|A|9:00', '2027-06-10||12:00', '2027-06-11||')).toEqual({
      sessions: ['A 2027-06-10 2027-06-10T07:00'],
      problems: ['error line 3 title-missing 2027-06-10 · 12:00'],
    })
  })

  it.each(['Total', 'Total: 12', 'Gesamt 7', 'Sous-total', '合計'])('is a sum: %s', (title) => {
    const { sessions, problems } = read('day|title|start', '2027-06-10|A|9:00', `|${title}|`)
    expect([sessions.length, problems.length === 1 || sessions.length === 1]).toEqual([1, true])
  })

  it('is no session whose time is to be announced: that has a day', () => {
    expect(read('day|title|start', '2027-06-10|A|9:00', '2027-06-11|B|TBA').sessions).toEqual([
      'A 2027-06-10 2027-06-10T07:00',
      'B 2027-06-11',
    ])
  })
})

it('says of rows that are too short or too long what they lack or have', () => {
  expect(read('day|title|start', '2027-06-10|A', '2027-06-10|B|9:00||left| over').problems).toEqual([
    'info line 2 row-too-short 2 / 3',
    'warning line 3 row-too-long left · over',
  ])
})

describe('what columns are called', () => {
  it('is told by their headers, in several languages, whatever else stands in them', () => {
    expect(
      mapByHeaders(['Session title', 'Jour', 'Heure de début', 'Heure de fin', 'Salle (étage)', 'Your company']),
    ).toEqual({
      title: 'Session title',
      day: 'Jour',
      start: 'Heure de début',
      end: 'Heure de fin',
      room: 'Salle (étage)',
      company: 'Your company',
    })
    expect(mapByHeaders(['Titel', 'Datum', 'Von', 'Bis', 'Raum', 'Referent(in)'])).toEqual({
      title: 'Titel',
      day: 'Datum',
      start: 'Von',
      end: 'Bis',
      room: 'Raum',
      speakers: 'Referent(in)',
    })
  })

  it('gives each column one meaning, the likelier first', () => {
    expect(mapByHeaders(['Name', 'Title', 'Type', 'Format'])).toEqual({ title: 'Title', kind: 'Type' })
    expect(mapByHeaders(['Talk', 'Session'])).toEqual({ title: 'Talk' })
    expect(mapByHeaders(['', '???'])).toEqual({})
  })

  it('is fixed in sched.com’s own export', () => {
    const headers = ['event_key', 'name', 'event_start', 'event_end', 'venue', 'company', 'active']
    expect([isSchedExport(headers), isSchedExport(['name', 'event_start'])]).toEqual([true, false])
    expect(mapByHeaders(headers)).toEqual({
      id: 'event_key',
      title: 'name',
      start: 'event_start',
      end: 'event_end',
      room: 'venue',
      status: 'active',
    })
    expect(mapByHeaders([...headers, 'id']).id).toBe('id')
  })
})
