import Papa from 'papaparse'
import { cleanText } from '@/lib/platform/clean-text'
import { limits } from '@/lib/program/program'
import type { TableRow } from './sheet'

export type TextRows = {
  rows: TableRow[]
  /** Lines whose quotes do not close; they were read with their quotes as text. */
  brokenLines: number[]
  /** There are more rows than any programme has; those beyond were not read. */
  isCut: boolean
}

const delimiters = ['\t', ';', ',', '|'] as const

/** What is wider is no schedule. */
export const MOST_COLUMNS = 300

/** More rows than this are no schedule, whatever else they hold. */
export const MOST_ROWS = 4 * limits.sessions

/** How often a broken quote may cost another look at the rest of the file. */
const REPAIRS = 50

/**
 * Takes a table of text apart: delimiter, rows with their lines. Blank rows are left out; quotes may hold delimiters
 * and line breaks.
 */
export function rowsOfText(given: string): TextRows {
  const text = given.replace(/\r\n?/g, '\n').replace(/^sep=.\n/i, '')
  const shift = /^sep=.\r?\n/i.test(given) ? 1 : 0
  const { rows, brokenLines, isCut } = readRows(text, delimiterOf(text))
  const filled = rows
    .map(({ line, cells }) => ({
      line: line + shift,
      cells: cells.slice(0, MOST_COLUMNS).map((cell) => cleanText(cell) ?? ''),
    }))
    .filter(({ cells }) => cells.some(Boolean))
  return { rows: filled, brokenLines: brokenLines.map((line) => line + shift), isCut }
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

function readRows(text: string, delimiter: string): TextRows {
  const rows: TableRow[] = []
  const brokenLines: number[] = []
  let at = 0
  let line = 1
  while (at < text.length && rows.length < MOST_ROWS) {
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
        if (broken || rows.length === MOST_ROWS) return parser.abort()
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
  return { rows, brokenLines, isCut: rows.length === MOST_ROWS && at < text.length }
}

function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
