import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { cleanText } from '@/lib/platform/clean-text'
import { tableOf } from './table'
import { countColumns, MOST_ROWS, rowsOfText } from './text-rows'

function table(text: string) {
  const { rows, brokenLines } = rowsOfText(text)
  const read = tableOf(
    rows,
    (cells) => cells.includes('Title'),
    (cell) => /^\d/.test(cell),
  )
  return { headers: read.headers, rows: read.rows, preamble: read.preamble, brokenLines }
}

describe('tableOf, of the rows of a text', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j', (delimiter) => {
    expect(
      table(
        [
          ['Title', 'Room'],
          ['"a, b; c"', 'd'],
        ]
          .map((cells) => cells.join(delimiter))
          .join('\n'),
      ),
    ).toEqual({
      headers: ['Title', 'Room'],
      rows: [{ line: 2, cells: ['a, b; c', 'd'] }],
      preamble: [],
      brokenLines: [],
    })
  })

  it.each(['\n', '\r\n', '\r'])('counts lines that end with %j, in cells too', (end) => {
    expect(table(['Title,Room', '"one', 'two",a', '', 'three,b', ''].join(end)).rows).toEqual([
      { line: 2, cells: ['one\ntwo', 'a'] },
      { line: 5, cells: ['three', 'b'] },
    ])
  })

  it('names columns without a header and those of one name', () => {
    expect(table('Title,,Room,Room,\na,b,c,d,e').headers).toEqual(['Title', 'Column 2', 'Room', 'Room (2)', 'Column 5'])
  })

  it('finds the headers under a title of the sheet', () => {
    expect(table('Dev days 2027,\n,\nTitle,Room\na,b')).toEqual({
      headers: ['Title', 'Room'],
      rows: [{ line: 4, cells: ['a', 'b'] }],
      preamble: ['Dev days 2027'],
      brokenLines: [],
    })
  })

  it('takes a first row of values for data', () => {
    expect(table('2027-06-10,Tides\n2027-06-11,Dunes')).toEqual({
      headers: ['Column 1', 'Column 2'],
      rows: [
        { line: 1, cells: ['2027-06-10', 'Tides'] },
        { line: 2, cells: ['2027-06-11', 'Dunes'] },
      ],
      preamble: [],
      brokenLines: [],
    })
  })

  it('counts the line by which a spreadsheet names its delimiter', () => {
    expect(table('sep=;\r\nTitle;Room\r\na;b')).toEqual({
      headers: ['Title', 'Room'],
      rows: [{ line: 3, cells: ['a', 'b'] }],
      preamble: [],
      brokenLines: [],
    })
  })

  it('loses one line to a quote that never closes, not the rest', () => {
    expect(table('Title,Room\n"a,b\nc,d\ne,"f')).toEqual({
      headers: ['Title', 'Room'],
      rows: [
        { line: 2, cells: ['"a', 'b'] },
        { line: 3, cells: ['c', 'd'] },
        { line: 4, cells: ['e', '"f'] },
      ],
      preamble: [],
      brokenLines: [2, 4],
    })
  })

  it('keeps quotes inside a cell as text', () => {
    expect(table('Title,Room\na "b" c,d\n"e" f,g\nh,i').rows.map(({ cells }) => cells)).toEqual([
      ['a "b" c', 'd'],
      ['"e" f', 'g'],
      ['h', 'i'],
    ])
  })

  it('reads on after any number of broken quotes', () => {
    const { rows } = table(`Title,Room\n${'"a,b\nc,d\n'.repeat(5_001)}`)
    expect(rows.at(-1)).toEqual({ line: 10_003, cells: ['c', 'd'] })
  })

  it('gives back every cell that another program wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), { minLength: 1 }),
        (cells) => {
          const kept = cells.map((row) => row.map((cell) => cleanText(cell) ?? '')).filter((row) => row.some(Boolean))
          expect(
            table(Papa.unparse([['Title', 'Text'], ...cells], { quotes: true })).rows.map((row) => row.cells),
          ).toEqual(kept)
        },
      ),
    )
  })
})

describe('rowsOfText', () => {
  it('stops where no schedule goes on', () => {
    const { rows, isCut } = rowsOfText('a,b\n'.repeat(MOST_ROWS + 1))
    expect([rows.length, isCut, rowsOfText('a,b\n'.repeat(MOST_ROWS)).isCut]).toEqual([MOST_ROWS, true, false])
  })
})

describe('countColumns', () => {
  it('counts those of the first line that says something', () => {
    expect([countColumns('a,b,c\nd'), countColumns('\n\na;b'), countColumns('one'), countColumns('')]).toEqual([
      3, 2, 1, 0,
    ])
  })
})
