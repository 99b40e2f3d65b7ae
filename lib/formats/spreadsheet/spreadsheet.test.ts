import { describe, expect, it } from 'vitest'
import { odsOf, xlsxOf, zipped, type Cell } from '@/tests/factories/spreadsheet'
import { parseFiles } from '../parse'
import { spreadsheet } from './spreadsheet'

function parse(...files: Uint8Array[]) {
  return spreadsheet.parse(
    files.map((bytes, index) => ({ name: `file${index + 1}`, bytes })),
    { timeZone: 'Europe/Paris' },
  )
}

function sessionsIn(...files: Uint8Array[]) {
  return parse(...files).program.sessions.map(({ title, dayOn, startAt, endAt, roomKeys }) =>
    [title, dayOn, startAt?.slice(11, 16), endAt?.slice(11, 16), roomKeys.join('+')].join(' '),
  )
}

const date = (value: number): Cell => ({ value, format: 'd. mmm yyyy' })
const time = (value: number): Cell => ({ value, format: 'h:mm' })
const header = ['Title', 'Day', 'Start', 'End', 'Room']

describe('a spreadsheet', () => {
  it('is known by what is in it, whatever its name', () => {
    const files = [
      xlsxOf([]),
      odsOf([]),
      zipped({ 'word/document.xml': '', '[Content_Types].xml': '' }),
      new TextEncoder().encode('Title,Day'),
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    ]
    expect(files.map((bytes) => spreadsheet.recognises([{ name: 'schedule', bytes }]))).toEqual([
      true,
      true,
      false,
      false,
      true,
    ])
  })

  it('has days and times by their formats: real ones, both in a cell, and those that are text', () => {
    const rows = [
      header,
      ['Tides', date(46_548), time(0.375), time(0.40625), 'Pier'],
      ['Dunes', '11 June 2027', '10h30', '11:00', 'Deck'],
      ['Reefs', null, { value: 46_549.5, format: 'dd/mm/yyyy hh:mm' }, null, 'Pier'],
      ['Night', date(46_549), { value: 25 / 24, format: '[h]:mm' }, null, 'Pier'],
    ]
    expect(sessionsIn(xlsxOf([{ name: 'S', rows }]))).toEqual([
      'Tides 2027-06-10 07:00 07:45 pier',
      'Dunes 2027-06-11 08:30 09:00 deck',
      'Reefs 2027-06-11 10:00  pier',
      'Night 2027-06-11 23:00  pier',
    ])
  })

  it('counts days from 1904 where it says so', () => {
    const rows = [header, ['Tides', date(46_548 - 1_462), time(0.375), null, 'Pier']]
    expect(sessionsIn(xlsxOf([{ name: 'S', rows }], { date1904: true }))).toEqual(['Tides 2027-06-10 07:00  pier'])
  })

  it('is read sheet by sheet: a name is a day, hidden ones are not there, others are named', () => {
    const list = [
      ['Start', 'Title'],
      ['9:00', 'Tides'],
    ]
    const bytes = xlsxOf([
      { name: 'Thu 10 June 2027', rows: list },
      { name: '2027-06-11', rows: list },
      {
        name: 'Budget',
        rows: [
          ['Item', 'Cost'],
          ['Boats', 300],
        ],
      },
      { name: 'Drafts', rows: list, isHidden: true },
      { name: 'Empty', rows: [] },
    ])
    expect(sessionsIn(bytes)).toEqual(['Tides 2027-06-10 07:00  ', 'Tides 2027-06-11 07:00  '])
    expect(parse(bytes).problems).toEqual([
      { severity: 'info', path: 'file1', code: 'sheet-skipped', detail: 'Budget' },
    ])
  })

  it('has its rooms as sheets where no column names them', () => {
    const sheet = (name: string, title: string) => ({ name, rows: [header.slice(0, 3), [title, '2027-06-10', '9:00']] })
    expect(sessionsIn(xlsxOf([sheet('Pier', 'Tides'), sheet('Deck', 'Dunes'), sheet('Sheet 3', 'Reefs')]))).toEqual([
      'Tides 2027-06-10 07:00  pier',
      'Dunes 2027-06-10 07:00  deck',
      'Reefs 2027-06-10 07:00  ',
    ])
  })

  it('may be a grid: merged across it is in all rooms, merged down it lasts as long', () => {
    const rows = [
      ['10 June 2027', null, null],
      [null, 'Pier', 'Deck'],
      ['9:00', 'Opening', null],
      ['10:00', 'Tides', 'Workshop'],
      ['11:00', 'Dunes', null],
      ['12:00', 'Lunch', null],
    ]
    const bytes = xlsxOf([{ name: 'S', rows, merges: ['A1:C1', 'B3:C3', 'C4:C5', 'B6:C6'] }])
    expect(sessionsIn(bytes)).toEqual([
      'Opening 2027-06-10 07:00 08:00 pier+deck',
      'Tides 2027-06-10 08:00 09:00 pier',
      'Workshop 2027-06-10 08:00 10:00 deck',
      'Dunes 2027-06-10 09:00 10:00 pier',
      'Lunch 2027-06-10 10:00  pier+deck',
    ])
    expect(parse(bytes).problems).toEqual([
      { severity: 'info', path: 'file1', code: 'grid-rooms-across', detail: 'Pier, Deck' },
    ])
  })

  it('gives a cell that is merged down to each row of a list', () => {
    const rows = [header, ['Tides', '2027-06-10', '9:00', null, 'Pier'], ['Dunes', null, '10:00', null, null]]
    expect(sessionsIn(xlsxOf([{ name: 'S', rows, merges: ['B2:B3', 'E2:E3'] }]))).toEqual([
      'Tides 2027-06-10 07:00  pier',
      'Dunes 2027-06-10 08:00  pier',
    ])
  })

  it('may be an OpenDocument one, with values by type, and rows and cells that repeat', () => {
    const cell = (text: string, attributes = '') =>
      `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
    const rows = [
      header.map((text) => cell(text)).join(''),
      cell('Tides &amp; <text:span>tow</text:span>') +
        cell('10.06.27', 'office:value-type="date" office:date-value="2027-06-10"') +
        cell('9 Uhr', 'office:value-type="time" office:time-value="PT09H00M00S"') +
        '<table:table-cell/>' +
        cell('Pier<office:annotation><text:p>jury</text:p></office:annotation>', 'table:number-rows-spanned="2"'),
      cell('Dunes') +
        cell('x', 'office:value-type="date" office:date-value="2027-06-11T00:00:00"') +
        cell('x', 'office:value-type="time" office:time-value="PT25H00M00S"') +
        '<table:table-cell/><table:covered-table-cell/>',
      '<table:table-row table:number-rows-repeated="1048570">' +
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ]
    const bytes = odsOf([
      { name: 'S', rows },
      { name: 'Drafts', rows: [cell('Title') + cell('Day')], isHidden: true },
    ])
    expect(sessionsIn(bytes)).toEqual(['Tides & tow 2027-06-10 07:00  pier', 'Dunes 2027-06-11 23:00  pier'])
  })

  it('takes tables of text beside it', () => {
    const rows = [header, ['Tides', '2027-06-10', '9:00', null, 'Pier']]
    const text = new TextEncoder().encode('Title,Day\nDunes,2027-06-11')
    expect(sessionsIn(xlsxOf([{ name: 'S', rows }]), text)).toEqual([
      'Tides 2027-06-10 07:00  pier',
      'Dunes 2027-06-11   ',
    ])
  })

  it('is told what it is when it is an old one, or broken', () => {
    const old = parse(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))
    expect(old.problems).toEqual([{ severity: 'error', path: 'file1', code: 'spreadsheet-old', detail: '' }])
    const whole = xlsxOf([{ name: 'S', rows: [header, ['Tides', '2027-06-10', null, null, null]] }])
    expect(parse(whole.slice(0, whole.length / 2)).problems.length).toBeGreaterThan(0)
  })
})

describe('a hostile spreadsheet', () => {
  const problemsOf = (bytes: Uint8Array) => {
    const parsed = parseFiles([{ name: 'file', bytes }], { format: 'spreadsheet', timeZone: 'UTC' })
    return parsed.problems.map(({ code }) => code)
  }

  it('inflates to no more than any import may', () => {
    const bomb = xlsxOf([{ name: 'S', rows: [['x'.repeat(25_000_000)]] }])
    expect(bomb.length).toBeLessThan(100_000)
    expect(problemsOf(bomb)).toContain('too-large')
  })

  it('is not believed what it says of its size', () => {
    const honest = zipped({
      '[Content_Types].xml': '',
      'xl/workbook.xml': `<workbook><sheets/></workbook>${' '.repeat(40_000_000)}`,
    })
    const lying = Buffer.from(honest)
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 1))
      lying.writeUInt32LE(10, at + 24)
    for (let at = lying.indexOf('PK\u0003\u0004'); at >= 0; at = lying.indexOf('PK\u0003\u0004', at + 1))
      lying.writeUInt32LE(10, at + 22)
    expect(problemsOf(lying)).toContain('too-large')
  })

  it('has its far corners left out, and a million rows refused in one sentence', () => {
    const far = zipped({
      '[Content_Types].xml': '',
      'xl/workbook.xml': '<workbook><sheets><sheet name="S"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><row><c r="A1" t="str"><v>Title</v></c><c r="B1" t="str"><v>Day</v></c></row>' +
        '<c r="A2" t="str"><v>Tides</v></c><c r="B2" t="str"><v>2027-06-10</v></c><c r="XFD1048576"><v>1</v></c>' +
        '<mergeCell ref="A2:XFD1048576"/></worksheet>',
    })
    expect(sessionsIn(far)).toEqual(['Tides 2027-06-10   '])
    const long = zipped({
      '[Content_Types].xml': '',
      'xl/workbook.xml': '<workbook><sheets><sheet name="S"/></sheets></workbook>',
      'xl/worksheets/sheet1.xml': `<worksheet>${'<row><c><v>1</v></c></row>'.repeat(500_000)}</worksheet>`,
    })
    expect(problemsOf(long)).toEqual(['too-many-rows'])
  })
})
