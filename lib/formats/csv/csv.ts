import type { Adapter, ImportFile, ParseOptions } from '../reading/adapter'
import { dayReader, lacksYear } from './days'
import { decodeText } from '../reading/encoding'
import { guessMapping } from './guess'
import { mapByHeaders } from './headers'
import type { ColumnMapping } from '../reading/column-mapping'
import { readRows } from './rows'
import { scheduleRows } from './schedule'
import { addSessions } from './sessions'
import { countColumns, readTable, type Table } from './table'
import { readMoment, readTime } from './times'
import { startProgram, type ProgramDraft } from '../reading/program-draft'

/**
 * Any table of text with a row for each session: CSV of any delimiter, text copied from a spreadsheet, the exports of
 * sched.com and pretalx. Which column holds what is guessed unless `mapping` says it, and returned. Times are wall
 * times of `timeZone`; a day without a time is a value. A problem's path is the line of the file ("line 12").
 */
export const csv: Adapter = {
  format: 'csv',
  recognises: (files) => files.some((file) => isSpreadsheet(file) || looksLikeTable(decodeText(file.bytes).text)),
  inspect: () => ({ title: null, siteKey: null, timeZone: null }),

  parse: (files, options) => {
    const draft = startProgram()
    const tables = files.map((file) => parseFile(file, files.length > 1 ? `${file.name} ` : '', options, draft))
    const mapping = tables.find((table) => Object.keys(table.mapping).length > 0)?.mapping ?? {}
    return { ...draft.finish(), mapping, headers: [...new Set(tables.flatMap(({ headers }) => headers))] }
  },
}

/** A zip (xlsx, ods) or Microsoft's old container (xls). */
function isSpreadsheet({ bytes }: ImportFile): boolean {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return start === '504b0304' || start === 'd0cf11e0'
}

function looksLikeTable(text: string): boolean {
  return !/^\s*([{[<]|BEGIN:V)/i.test(text) && countColumns(text) >= 2
}

function parseFile(
  file: ImportFile,
  prefix: string,
  { timeZone, mapping: given, answers }: ParseOptions,
  draft: ProgramDraft,
): { mapping: ColumnMapping; headers: string[] } {
  if (isSpreadsheet(file)) {
    draft.addProblem('error', file.name, 'spreadsheet-not-csv')
    return { mapping: {}, headers: [] }
  }
  const { text, encoding, damaged } = decodeText(file.bytes)
  if (encoding !== 'UTF-8') draft.addProblem('info', file.name, 'text-encoding', encoding)
  if (damaged)
    draft.addProblem(
      'warning',
      `${prefix}line ${text.slice(0, text.indexOf('\ufffd')).split(/\r\n?|\n/).length}`,
      'characters-unreadable',
    )

  const table = readTable(text, isHeader, isValue)
  for (const line of table.brokenLines) draft.addProblem('warning', `${prefix}line ${line}`, 'quotes-broken')
  const days = dayReader(datesOf(table, given), [file.name, table.preamble])
  const mapping = given ? existing(given, table, draft, file.name) : guessMapping(table, days.read)
  if (!hasNeeded(mapping, table, days.read, draft, file.name)) return { mapping, headers: table.headers }

  const { guess } = days
  const guessed = guess && table.rows.find(({ cells }) => cells.some((cell) => cell.startsWith(guess.text)))
  if (guess)
    draft.addProblem(
      'warning',
      `${prefix}line ${guessed?.line}`,
      'date-order-guessed',
      `${guess.text} → ${guess.dayOn}`,
    )
  const rows = readRows(table, mapping, { readDay: days.read, draft, prefix, timeZone })
  const headersOf = { capacity: mapping.capacity ?? '', status: mapping.status ?? '' }
  addSessions(scheduleRows(rows, draft, timeZone), draft, headersOf, answers)
  return { mapping, headers: table.headers }
}

/** A row that names a title and something else, and holds no value. */
function isHeader(cells: string[]): boolean {
  const mapping = mapByHeaders(cells)
  return mapping.title !== undefined && Object.keys(mapping).length > 1 && !cells.some(isValue)
}

/** Cells that no header is: dates and times. */
function isValue(cell: string): boolean {
  return readTime(cell) !== null || dayReader([cell], []).read(cell) !== null || lacksYear(cell)
}

/** The dates of the columns that hold days, with or without a time behind them. */
function datesOf(table: Table, given: ColumnMapping | undefined): string[] {
  const chosen = Object.entries(given ?? {}).flatMap(([field, header]) =>
    ['day', 'start', 'end'].includes(field) ? [header] : [],
  )
  const columns = table.headers.flatMap((header, index) =>
    given === undefined || chosen.includes(header) ? [index] : [],
  )
  return table.rows.flatMap(({ cells }) => columns.flatMap((index) => datesIn(cells[index] ?? '')))
}

function datesIn(cell: string): string[] {
  return cell.length > 80
    ? []
    : [cell, ...[...cell.matchAll(/,? |,/g)].slice(0, 6).map(({ index }) => cell.slice(0, index))]
}

/** The columns of a given mapping that the table has. */
function existing(given: ColumnMapping, table: Table, draft: ProgramDraft, path: string): ColumnMapping {
  const found = Object.entries(given).filter(([, header]) => {
    if (!table.headers.includes(header)) draft.addProblem('warning', path, 'column-missing', header)
    return table.headers.includes(header)
  })
  return Object.fromEntries(found)
}

function hasNeeded(
  mapping: ColumnMapping,
  table: Table,
  readDay: (text: string) => string | null,
  draft: ProgramDraft,
  path: string,
): boolean {
  if (table.rows.length === 0) {
    draft.addProblem('error', path, 'no-sessions')
    return false
  }
  if (mapping.title === undefined) {
    draft.addProblem('error', path, 'title-column-needed', table.headers.join(', '))
    return false
  }
  const start = table.headers.indexOf(mapping.start ?? '')
  const hasDays =
    mapping.day !== undefined ||
    table.rows.some(
      ({ cells }) => readMoment(cells[start] ?? '', readDay)?.dayOn || readMoment(cells[start] ?? '', readDay)?.instant,
    )
  if (!hasDays) draft.addProblem('error', path, 'day-column-needed', table.headers.join(', '))
  return hasDays
}
