import Papa from 'papaparse'
import { cleanLine, cleanText } from '@/lib/platform/clean-text'

export type TableRow = {
  /** The line of the file on which the row begins, from 1. */
  line: number
  cells: string[]
}

export type Table = {
  headers: string[]
  rows: TableRow[]
  /** What stands above the headers: a sheet's own title. */
  preamble: string
  /** Lines whose quotes do not close; they were read with their quotes as text. */
  brokenLines: number[]
}

const delimiters = ['\t', ';', ',', '|'] as const

/** What is wider is no schedule. */
const COLUMNS = 300

/** How often a broken quote may cost another look at the rest of the file. */
const REPAIRS = 50

/**
 * Takes a table of text apart: delimiter, headers, rows with their lines. Blank rows are left out; quotes may hold
 * delimiters and line breaks. A column without a header is "Column 3", the second of one name is "Name (2)".
 * @param isHeader does this row hold names of columns?
 * @param isData does this cell hold a value, such as a date, that no header is?
 */
export function readTable(
  given: string,
  isHeader: (cells: string[]) => boolean,
  isData: (cell: string) => boolean,
): Table {
  const text = given.replace(/\r\n?/g, '\n').replace(/^sep=.\n/i, '')
  const shift = given.length > 0 && /^sep=.\r?\n/i.test(given) ? 1 : 0
  const { rows, brokenLines } = readRows(text, delimiterOf(text))
  const filled = rows
    .map(({ line, cells }) => ({
      line: line + shift,
      cells: cells.slice(0, COLUMNS).map((cell) => cleanText(cell) ?? ''),
    }))
    .filter(({ cells }) => cells.some(Boolean))
  const named = filled.slice(0, 10).findIndex(({ cells }) => isHeader(cells))
  const wide = filled.findIndex(({ cells }) => cells.filter(Boolean).length > 1)
  const at = named >= 0 ? named : Math.max(0, wide)
  const top = filled[at]?.cells ?? []
  const headless = named < 0 && top.some(isData)
  return {
    headers: nameColumns(headless ? top.map(() => '') : top),
    rows: filled.slice(headless ? at : at + 1),
    preamble: filled
      .slice(0, at)
      .flatMap(({ cells }) => cells)
      .join(' '),
    brokenLines: brokenLines.map((line) => line + shift),
  }
}

/** How many columns the first line of a text has, by the delimiter that gives the most. */
export function countColumns(text: string): number {
  return columnsBy(text, delimiterOf(text))
}

function delimiterOf(text: string): string {
  return delimiters.reduce((best, delimiter) => (columnsBy(text, delimiter) > columnsBy(text, best) ? delimiter : best))
}

function columnsBy(text: string, delimiter: string): number {
  const sample = text.slice(0, 100_000).replace(/^(?:[ \t]*\n)+/, '')
  return Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: 1 }).data[0]?.length ?? 0
}

function readRows(text: string, delimiter: string): Pick<Table, 'rows' | 'brokenLines'> {
  const rows: TableRow[] = []
  const brokenLines: number[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const begin = at
    let broken = false
    Papa.parse<string[]>(text.slice(begin), {
      delimiter,
      newline: '\n',
      // A character that is cleaned from cells anyway: quotes are text.
      quoteChar: brokenLines.length < REPAIRS ? '"' : '\u0000',
      step: ({ data, errors, meta }, parser) => {
        const end = begin + meta.cursor
        broken = errors.some(
          ({ code }) =>
            code === 'MissingQuotes' ||
            (code === 'InvalidQuotes' && data.length !== (rows[0]?.cells.length ?? data.length)),
        )
        if (broken) return parser.abort()
        rows.push({ line, cells: data })
        line += countLines(text, at, end)
        at = end
      },
    })
    if (!broken) break
    const end = text.indexOf('\n', at) + 1 || text.length
    rows.push({ line, cells: text.slice(at, end).split(delimiter) })
    brokenLines.push(line)
    line++
    at = end
  }
  return { rows, brokenLines }
}

function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

function nameColumns(cells: string[]): string[] {
  const used = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cleanLine(cell) ?? `Column ${index + 1}`
    used.set(name, (used.get(name) ?? 0) + 1)
    return used.get(name) === 1 ? name : `${name} (${used.get(name)})`
  })
}
