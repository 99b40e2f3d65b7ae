import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { programSchema } from '@/lib/program/program'
import type { ColumnMapping } from '../reading/column-mapping'
import { csv } from './csv'

function file(text: string, name = 'talks.csv') {
  return { name, bytes: new TextEncoder().encode(text) }
}

function parse(text: string, timeZone = 'UTC', mapping?: ColumnMapping) {
  return csv.parse([file(text)], { timeZone, mapping })
}

function times(text: string, timeZone: string) {
  return parse(text, timeZone).program.sessions.map(({ dayOn, startAt, endAt }) => [dayOn, startAt, endAt])
}

describe('csv', () => {
  it('recognises tables by content: not JSON, XML, a calendar or prose', () => {
    const tables = ['Title,Day\na,b', '\ufeffTitle;Day', 'Title\tDay']
    const others = [
      '{"a":1,"b":2}',
      ' [1,2]',
      '<a b="c,d"/>',
      'BEGIN:VCALENDAR\nSUMMARY:a,b',
      'Only one column\na,b',
      '',
    ]
    expect([...tables, ...others].map((text) => csv.recognises([file(text)]))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('reads times in the given zone, over midnight and over a change of clocks', () => {
    expect(
      times(
        'Title,Day,Start,End\nLate,2027-03-27,23:30,00:30\nSkipped,2027-03-28,02:30,03:30\n' +
          'Twice,2027-10-31,02:30,03:30',
        'Europe/Paris',
      ),
    ).toEqual([
      ['2027-03-27', '2027-03-27T22:30:00.000Z', '2027-03-27T23:30:00.000Z'],
      ['2027-03-28', '2027-03-28T01:30:00.000Z', '2027-03-28T01:30:00.000Z'],
      ['2027-10-31', '2027-10-31T00:30:00.000Z', '2027-10-31T02:30:00.000Z'],
    ])
  })

  it('takes no first session for a header: its day may have its time beside it', () => {
    const rows = ['Opening of it all', 'Fonts for everybody'].map(
      (title) => `${title},2027-05-11 09:00,2027-05-11 09:30,Hall 1`,
    )
    expect(parse(rows.join('\n')).program.sessions.map(({ title }) => title)).toEqual([
      'Opening of it all',
      'Fonts for everybody',
    ])
  })

  it('takes a day without a time as it is', () => {
    expect(times('Title,Start\nTides,2027-06-10 TBA\nDunes,2027-06-11\nReefs,2027-06-10 09:00', 'UTC')).toEqual([
      ['2027-06-10', null, null],
      ['2027-06-11', null, null],
      ['2027-06-10', '2027-06-10T09:00:00.000Z', null],
    ])
  })

  it('reads lengths as elapsed time', () => {
    expect(times('Title,Day,Start,Duration\nTides,2027-03-28,01:30,1h30', 'Europe/Paris')).toEqual([
      ['2027-03-28', '2027-03-28T00:30:00.000Z', '2027-03-28T02:00:00.000Z'],
    ])
  })

  it('gives rows the day that is written once, as a cell or as a heading', () => {
    const rows = 'Day,Start,Title\n2027-06-10,09:00,One\n,10:00,Two\n11 June 2027,,\n,09:00,Three'
    expect(times(rows, 'UTC').map(([day]) => day)).toEqual(['2027-06-10', '2027-06-10', '2027-06-11'])
  })

  it('puts a session after midnight under the evening it continues, unless its row names the day', () => {
    const night = '2027-06-10 23:00,2027-06-11 01:00'
    expect(
      times(`Title,Start,End\nParty,${night}\nDawn,2027-06-11 00:30,2027-06-11 02:00`, 'UTC').map(([day]) => day),
    ).toEqual(['2027-06-10', '2027-06-10'])
    expect(
      times(`Title,Day,Start,End\nParty,2027-06-10,${night}\nDawn,2027-06-11,2027-06-11 00:30,`, 'UTC').map(
        ([day]) => day,
      ),
    ).toEqual(['2027-06-10', '2027-06-11'])
  })

  it('gives a number that holds for the whole room to the room, and others to their sessions', () => {
    const { program } = parse(
      'Title,Day,Room,Capacity\na,2027-06-10,Pier,120 seats\nb,2027-06-10,Pier,120\nc,2027-06-10,Deck,20\n' +
        'd,2027-06-10,Deck,30\ne,2027-06-10,Loft (80 places),0\nf,2027-06-10,"Pier; Deck",',
    )
    expect(program.rooms.map(({ name, capacity }) => [name, capacity])).toEqual([
      ['Pier', 120],
      ['Deck', null],
      ['Loft (80 places)', 80],
    ])
    expect(program.sessions.map(({ capacity, roomKeys }) => [capacity, roomKeys])).toEqual([
      [null, ['pier']],
      [null, ['pier']],
      [20, ['deck']],
      [30, ['deck']],
      [null, ['loft (80 places)']],
      [null, ['pier', 'deck']],
    ])
  })

  it('uses a given mapping as it is, and gives back the one it used', () => {
    const text = 'Name,Title,Day\nAda Brook,Tides,2027-06-10'
    const mapping = { title: 'Name', day: 'Day' }
    expect(parse(text).mapping).toEqual({ title: 'Title', day: 'Day' })
    expect(parse(text, 'UTC', mapping)).toMatchObject({
      mapping,
      program: { sessions: [{ title: 'Ada Brook', speakerKeys: [] }] },
    })
  })

  it('joins the rows of one session, one for each room or speaker', () => {
    const { program, problems } = parse(
      'ID,Title,Day,Room,Speaker\n1,Tides,2027-06-10,Pier,Ada Brook\n1,Tides,2027-06-10,Deck,Lin Marsh',
    )
    expect(program.sessions.map(({ sourceId, roomKeys, speakerKeys }) => [sourceId, roomKeys, speakerKeys])).toEqual([
      ['1', ['pier', 'deck'], ['ada brook|', 'lin marsh|']],
    ])
    expect(problems).toEqual([])
  })

  it('names the file beside the line when there are several', () => {
    const { program, problems } = csv.parse(
      [file('Title,Day\nTides,2027-06-10', 'a.csv'), file('Title,Day\nDunes,soon', 'b.csv')],
      { timeZone: 'UTC' },
    )
    expect(program.sessions.map(({ title }) => title)).toEqual(['Tides'])
    expect(problems).toEqual([{ severity: 'error', path: 'b.csv line 2', code: 'day-unreadable', detail: 'soon' }])
  })

  it('says what is missing, and imports nothing then', () => {
    const codes = (text: string) => [parse(text).program.sessions.length, parse(text).problems.map(({ code }) => code)]
    expect([
      codes('Day,Room\n2027-06-10,Pier'),
      codes('Title,Room\nTides,Pier'),
      codes('Title,Day'),
      codes(''),
    ]).toEqual([
      [0, ['title-column-needed']],
      [0, ['day-column-needed']],
      [0, ['no-sessions']],
      [0, ['no-sessions']],
    ])
  })

  it('lists so many problems of a kind and counts the rest', () => {
    const { problems } = parse(`Title,Day\n${'Tides,soon\n'.repeat(250)}Dunes,2027-06-10`)
    expect([problems.length, problems.at(-1)]).toEqual([
      201,
      { severity: 'warning', path: '', code: 'more-of-the-same', detail: 'day-unreadable: 50' },
    ])
  })

  it('keeps any text as text, and makes a valid programme of any table', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '=1+1',
        '<script>alert(1)</script>',
        'a\r\nb',
        '"; DROP',
        '\u202eabc',
        '🚀',
        '2027-06-10',
        '09:00',
        '25',
        'Ada Brook; Lin Marsh',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 8, maxLength: 9 }), { maxLength: 8 }), (rows) => {
        const text = Papa.unparse([['Title', 'Day', 'Start', 'End', 'Room', 'Speakers', 'Company', 'URL'], ...rows])
        const { program } = parse(text, 'Pacific/Auckland')
        expect(programSchema.parse(program)).toEqual(program)
        for (const { rawTitle } of program.sessions)
          expect(
            rows.some(
              ([title = '']) =>
                title
                  .replace(/\r\n?/g, '\n')
                  .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
                  .trim() === rawTitle,
            ),
          ).toBe(true)
      }),
    )
  })

  it('makes a valid programme, or none, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { program } = parse(text)
        expect(programSchema.parse(program)).toEqual(program)
      }),
    )
  })
})
