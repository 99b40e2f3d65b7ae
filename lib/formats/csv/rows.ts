import { dateOn } from '@/lib/platform/time'
import { lacksYear, type DayReader } from './days'
import { withoutAddresses } from './private-columns'
import { sessionTest } from './totals'
import type { ColumnMapping, CsvField } from '../reading/column-mapping'
import type { Table } from './table'
import { isToBeAnnounced, readDuration, nothing, readMoment, type CellTime } from './times'
import { plainCell, plainText } from '../reading/plain-text'
import { isZoneName } from './zone-name'
import type { ProgramDraft } from '../reading/program-draft'

/** One row of a table by the fields of a session, its day and times read. */
export type CsvRow = {
  path: string
  /** The cell of a field; "" without such a column or cell. */
  get: (field: CsvField) => string
  /** The day by its own column, or by the row above where the column was filled once a day. */
  dayOn: string | null
  start: CellTime | null
  end: CellTime | null
  durationMinutes: number | null
}

/** Reads the rows that have a title; what cannot be read is a problem at the row's line. */
export function readRows(
  table: Table,
  mapping: ColumnMapping,
  {
    readDay,
    draft,
    pathOf,
    timeZone,
    dayOn,
    room,
  }: {
    readDay: DayReader['read']
    draft: ProgramDraft
    /** The path of a row's problems. */
    pathOf: (line: number) => string
    timeZone: string
    /** The day of rows above which none is written. */
    dayOn: string | null
    /** The room of rows that name none. */
    room: string
  },
): CsvRow[] {
  const columns = new Map(Object.entries(mapping).map(([field, header]) => [field, table.headers.indexOf(header)]))
  const cellsOf =
    (cells: string[]): CsvRow['get'] =>
    (field) =>
      textOf(cells[columns.get(field) ?? -1] ?? '', field) || (field === 'room' ? room : '')
  const isSession = sessionTest(table, cellsOf, readDay)
  const filledDown: string[] = []
  let dayAbove = dayOn

  const rows = table.rows.flatMap(({ line, cells }) => {
    const path = pathOf(line)
    const get = cellsOf(cells)
    const filled = cells.filter(Boolean)
    const day = get('day')
    const moment = day === '' ? null : readDayCell(day, readDay, timeZone)
    if (day !== '') dayAbove = moment?.dayOn ?? null
    if (get('title') === '') {
      // A line that holds nothing but a date is the heading of that day.
      if (filled.length === 1) dayAbove = readDay(filled[0] ?? '') ?? dayAbove
      else draft.addProblem('error', path, 'title-missing', filled.join(' · '))
      return []
    }
    if (!isSession(get, filled.length)) {
      draft.addProblem('info', path, 'row-no-session', filled.join(' · '))
      return []
    }
    reportWidth(cells, table.headers.length, path, draft)
    const given = readTimes(get, { readDay, timeZone, path, draft })
    // A day that is written with its time, where no other column has one.
    const times = get('start') === '' && moment?.minutes ? { ...given, start: moment } : given
    const dated = times.start?.dayOn ?? times.start?.instant
    if (day !== '' && dayAbove === null)
      draft.addProblem(dated ? 'warning' : 'error', path, lacksYear(day) ? 'year-missing' : 'day-unreadable', day)
    if (day === '' && !dated && dayAbove !== null && dayAbove !== dayOn) filledDown.push(path)
    return [{ path, get, dayOn: day === '' && dated ? null : dayAbove, ...times }]
  })
  if (filledDown.length > 0) draft.addProblem('info', filledDown[0] ?? '', 'day-filled-down', String(filledDown.length))
  return rows
}

/**
 * The day of a cell, whatever time a spreadsheet wrote behind it: "2027-07-05 00:00:00", "7/5/2027 0:00",
 * "2027-07-04T22:00:00Z".
 */
function readDayCell(cell: string, readDay: DayReader['read'], timeZone: string): CellTime | null {
  const dayOn = readDay(cell)
  const moment = dayOn === null ? readMoment(cell, readDay) : { ...nothing, dayOn }
  return moment?.instant ? { ...nothing, dayOn: dateOn(moment.instant, timeZone) } : moment
}

function textOf(cell: string, field: CsvField): string {
  if (field === 'description') return plainText(cell) ?? ''
  // A formula that names what an address is called.
  const [, label] = /^=HYPERLINK\("(?:[^"]|"")*"[,;] ?"((?:[^"]|"")*)"\)$/i.exec(cell) ?? []
  if (field === 'speakers' || field === 'moderators')
    return withoutAddresses(plainCell(label?.replaceAll('""', '"') ?? cell))
  return field === 'url' || field === 'slides' || field === 'replay'
    ? cell
    : plainCell(label?.replaceAll('""', '"') ?? cell)
}

function reportWidth(cells: string[], width: number, path: string, draft: ProgramDraft): void {
  if (cells.length < width) draft.addProblem('info', path, 'row-too-short', `${cells.length} / ${width}`)
  const extra = cells.slice(width).filter(Boolean)
  if (extra.length > 0) draft.addProblem('warning', path, 'row-too-long', extra.join(' · '))
}

function readTimes(
  get: CsvRow['get'],
  {
    readDay,
    timeZone,
    path,
    draft,
  }: { readDay: DayReader['read']; timeZone: string; path: string; draft: ProgramDraft },
): Pick<CsvRow, 'start' | 'end' | 'durationMinutes'> {
  const read = (field: 'start' | 'end') => {
    const moment = readMoment(get(field), readDay)
    if (moment && (moment.zone === null || isZoneName(moment.zone, timeZone))) return moment
    draft.addProblem('warning', path, 'time-unreadable', get(field))
    // The clocks of another zone show another time: of such a cell only its day is taken.
    return moment && { ...nothing, dayOn: moment.dayOn }
  }
  const length = get('duration')
  const durationMinutes = length === '' || isToBeAnnounced(length) ? null : readDuration(length)
  if (length !== '' && durationMinutes === null && !isToBeAnnounced(length))
    draft.addProblem('warning', path, 'duration-unreadable', length)
  return { start: read('start'), end: read('end'), durationMinutes: durationMinutes || null }
}
