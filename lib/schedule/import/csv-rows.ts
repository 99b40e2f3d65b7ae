import type { DayReader } from './csv-days'
import { isSchedExport } from './csv-headers'
import type { ColumnMapping, CsvField } from './csv-mapping'
import type { Table } from './csv-table'
import { isToBeAnnounced, readDuration, readMoment, type Moment } from './csv-times'
import { plainLine, plainText } from './plain-text'
import type { ProgramDraft } from './program-draft'

/** One row of a table by the fields of a session, its day and times read. */
export type CsvRow = {
  path: string
  /** The cell of a field; "" without such a column or cell. */
  get: (field: CsvField) => string
  /** The day by its own column, or by the row above where the column was filled once a day. */
  dayOn: string | null
  start: Moment | null
  end: Moment | null
  durationMinutes: number | null
}

/** Reads the rows that have a title; what cannot be read is a problem at the row's line. */
export function readRows(table: Table, mapping: ColumnMapping, { readDay, draft, prefix }: { readDay: DayReader['read']; draft: ProgramDraft; prefix: string }): CsvRow[] {
  const columns = new Map(Object.entries(mapping).map(([field, header]) => [field, table.headers.indexOf(header)]))
  const clean = isSchedExport(table.headers) ? cleanSchedCell : (cell: string) => cell
  const filledDown: string[] = []
  let dayAbove: string | null = null

  const rows = table.rows.flatMap(({ line, cells }) => {
    const path = `${prefix}line ${line}`
    const get: CsvRow['get'] = (field) => clean(cells[columns.get(field) ?? -1] ?? '', field)
    const filled = cells.filter(Boolean)
    const day = get('day')
    if (day !== '') dayAbove = readDay(day)
    if (get('title') === '') {
      // A line that holds nothing but a date is the heading of that day.
      if (filled.length === 1) dayAbove = readDay(filled[0] ?? '') ?? dayAbove
      else draft.addProblem('error', path, 'title-missing', filled.join(' · '))
      return []
    }
    reportWidth(cells, table.headers.length, path, draft)
    const times = readTimes(get, readDay, path, draft)
    const dated = times.start?.dayOn ?? times.start?.instant
    if (day !== '' && dayAbove === null) draft.addProblem(dated ? 'warning' : 'error', path, 'day-unreadable', day)
    if (day === '' && !dated && dayAbove !== null) filledDown.push(path)
    return [{ path, get, dayOn: day === '' && dated ? null : dayAbove, ...times }]
  })
  if (filledDown.length > 0) draft.addProblem('info', filledDown[0] ?? '', 'day-filled-down', String(filledDown.length))
  return rows
}

function cleanSchedCell(cell: string, field: CsvField): string {
  return field === 'description' ? (plainText(cell) ?? '') : plainLine(cell)
}

function reportWidth(cells: string[], width: number, path: string, draft: ProgramDraft): void {
  if (cells.length < width) draft.addProblem('info', path, 'row-too-short', `${cells.length} / ${width}`)
  const extra = cells.slice(width).filter(Boolean)
  if (extra.length > 0) draft.addProblem('warning', path, 'row-too-long', extra.join(' · '))
}

function readTimes(get: CsvRow['get'], readDay: DayReader['read'], path: string, draft: ProgramDraft): Pick<CsvRow, 'start' | 'end' | 'durationMinutes'> {
  const read = (field: 'start' | 'end') => {
    const moment = readMoment(get(field), readDay)
    if (moment === null) draft.addProblem('warning', path, 'time-unreadable', get(field))
    return moment
  }
  const length = get('duration')
  const durationMinutes = length === '' || isToBeAnnounced(length) ? null : readDuration(length)
  if (length !== '' && durationMinutes === null && !isToBeAnnounced(length)) draft.addProblem('warning', path, 'duration-unreadable', length)
  return { start: read('start'), end: read('end'), durationMinutes: durationMinutes || null }
}
