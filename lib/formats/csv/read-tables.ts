import type { ParseOptions } from '../reading/adapter'
import type { ColumnMapping } from '../reading/column-mapping'
import type { ProgramDraft } from '../reading/program-draft'
import { dayReader, lacksYear, type DayReader } from './days'
import { guessMapping } from './guess'
import { mapByHeaders } from './headers'
import { withoutPrivate } from './private-columns'
import { readPivot, type Pivot } from './pivot'
import { readRows } from './rows'
import { scheduleRows } from './schedule'
import { addSessions } from './sessions'
import { pathOfRow, type TableSheet } from './sheet'
import { isSpeakerTable, knownSpeakers, type KnownSpeaker } from './speaker-table'
import { tableOf, type Table } from './table'
import { readMoment, readTime } from './times'

type Read = { sheet: TableSheet; table: Table; mapping: ColumnMapping; dayOn: string | null; missing: Missing | null }
type Missing = 'no-sessions' | 'title-column-needed' | 'day-column-needed'

/**
 * Reads sheets into sessions. Which column holds what is guessed unless `mapping` says it; those of a list of speakers
 * are joined to the sessions by their names. Of several sheets of one file those that are no schedule are named.
 * @returns the mapping that was used, and every column that one could name
 */
export function readTables(
  sheets: TableSheet[],
  options: ParseOptions,
  draft: ProgramDraft,
): { mapping: ColumnMapping; headers: string[] } {
  const tables = sheets.map((sheet) => ({ sheet, ...takeTable(sheet, options.mapping) }))
  const isPeople = tables.map(({ table }) => isSpeakerTable(table.headers))
  const speakerOf = knownSpeakers(tables.flatMap(({ table }, index) => (isPeople[index] ? [table] : [])))
  const schedules = tables.filter((_, index) => !isPeople[index])
  if (schedules.length === 0) for (const { sheet } of tables) draft.addProblem('error', sheet.file, 'speakers-only')
  const used = [...new Set(schedules.map(({ sheet }) => sheet.file))].flatMap((file) => {
    const own = schedules.filter(({ sheet }) => sheet.file === file)
    return readFile(own, speakerOf, { ...options, mapping: mappingFor(own, schedules, options.mapping) }, draft)
  })
  return {
    mapping: used.find(({ mapping }) => Object.keys(mapping).length > 0)?.mapping ?? {},
    headers: [...new Set(used.flatMap(({ table }) => table.headers))],
  }
}

/** A mapping is of the files whose columns it names; beside those, one of other columns is read by its own. */
function mappingFor(
  own: readonly { table: Table }[],
  all: readonly { table: Table }[],
  given: ColumnMapping | undefined,
): ColumnMapping | undefined {
  const isNamed = ({ table }: { table: Table }) => table.headers.includes(given?.title ?? '')
  return all.some(isNamed) && !own.some(isNamed) ? undefined : given
}

/**
 * A sheet as a list of sessions; one that is a grid is read as such, unless it has a list's header, or the mapping
 * names columns of a list.
 */
function takeTable(sheet: TableSheet, given: ColumnMapping | undefined): { table: Table; pivot: Pivot | null } {
  const list = withoutPrivate(tableOf(sheet.rows, isHeader, isValue))
  const title = given?.title
  const isList = list.isNamed || (title !== undefined && list.headers.includes(title))
  const pivot = isList ? null : readPivot(sheet)
  return { table: pivot?.table ?? list, pivot }
}

/** The sheets of one file: their dates are read together. */
function readFile(
  sheets: { sheet: TableSheet; table: Table; pivot: Pivot | null }[],
  speakerOf: (name: string) => KnownSpeaker | null,
  { timeZone, mapping: given, answers }: ParseOptions,
  draft: ProgramDraft,
): Read[] {
  const headingsOf = ({ sheet, table }: (typeof sheets)[number]) =>
    [...table.preamble.toReversed(), sheet.name ?? ''].flatMap(datesInHeading)
  const headings = sheets.flatMap(headingsOf)
  const { read: readDay, guess } = dayReader(
    [...sheets.flatMap(({ table }) => datesOf(table, given)), ...headings],
    [sheets[0]?.sheet.file ?? '', ...headings],
  )
  const looked = sheets.map((taken): Read => {
    const { sheet, table } = taken
    const mapping = given ? existing(given, table, draft, sheet.file) : guessMapping(table, readDay)
    const dayOn =
      headingsOf(taken)
        .map(readDay)
        .find((day) => day !== null) ?? null
    return { sheet, table, mapping, dayOn, missing: missingOf(table, mapping, dayOn, readDay) }
  })
  const schedules = looked.filter(({ missing }) => missing === null)
  tellMissing(looked, schedules.length > 0, draft)
  for (const { sheet, pivot } of sheets)
    if (pivot) draft.addProblem('info', sheet.prefix.trim() || sheet.file, pivot.way, pivot.names.join(', '))
  if (guess) tellGuess(guess, schedules, draft)
  for (const { sheet, table, mapping, dayOn } of schedules) {
    const isRoom = schedules.length > 1 && mapping.room === undefined && dayOn === null
    const room = isRoom && sheet.name && !unspecific.test(sheet.name) ? sheet.name : ''
    const rows = readRows(table, mapping, {
      readDay,
      draft,
      pathOf: (line) => pathOfRow(sheet, line),
      timeZone,
      dayOn,
      room,
    })
    addSessions(scheduleRows(rows, draft, timeZone), draft, { mapping, speakerOf, answers })
  }
  return looked
}

/** Names of sheets that are no rooms: "Sheet1", "Programme", "Day 2". */
const sheetWords = 'sheet|feuil|feuille|tabelle|blad|hoja|foglio|planilha|schedule|programme?|agenda|sessions?|talks?'
const unspecific = new RegExp(String.raw`^(?:${sheetWords}|day|jour|tag|dag|part|week)?\s*\d*$`, 'i')

/** A row that names a title and something else, and holds no value. */
function isHeader(cells: string[]): boolean {
  const mapping = mapByHeaders(cells)
  return mapping.title !== undefined && Object.keys(mapping).length > 1 && !cells.some(isValue)
}

/** Cells that no header is: dates, times, and a date with its time. */
function isValue(cell: string): boolean {
  const moment = readMoment(cell, dayReader([cell], []).read)
  return readTime(cell) !== null || lacksYear(cell) || (moment?.dayOn ?? moment?.instant ?? null) !== null
}

/** What may be a date in the columns that hold days, each once, with or without a time behind it. */
function datesOf(table: Table, given: ColumnMapping | undefined): string[] {
  const chosen = Object.entries(given ?? {}).flatMap(([field, header]) =>
    ['day', 'start', 'end'].includes(field) ? [header] : [],
  )
  const columns = table.headers.flatMap((header, index) =>
    given === undefined || chosen.includes(header) ? [index] : [],
  )
  const dates = new Set<string>()
  for (const { cells } of table.rows)
    for (const index of columns) for (const text of datesIn(cells[index] ?? '')) dates.add(text)
  return [...dates]
}

function datesIn(cell: string): string[] {
  return cell.length > 80 || !/\d/.test(cell)
    ? []
    : [cell, ...[...cell.matchAll(/,? |,/g)].slice(0, 6).map(({ index }) => cell.slice(0, index))]
}

/**
 * What may be a day in the heading of a table or the name of its sheet, which is then that of all its rows that have
 * none of their own: "Programme: Friday 11 June 2027". The date of a print is none.
 */
function datesInHeading(heading: string): string[] {
  const words = heading.slice(0, 80).split(' ')
  const dated = words.findIndex((word) => /\d/.test(word))
  if (dated < 0 || /\b(?:as of|printed|version|stand|updated?|état au|imprimé|mise? à jour)\b/i.test(heading)) return []
  return words.slice(0, dated + 1).map((_, index) => words.slice(index).join(' '))
}

/** The columns of a given mapping that the table has. */
function existing(given: ColumnMapping, table: Table, draft: ProgramDraft, path: string): ColumnMapping {
  const found = Object.entries(given).filter(([, header]) => {
    if (!table.headers.includes(header)) draft.addProblem('warning', path, 'column-missing', header)
    return table.headers.includes(header)
  })
  return Object.fromEntries(found)
}

function missingOf(
  table: Table,
  mapping: ColumnMapping,
  dayOn: string | null,
  readDay: DayReader['read'],
): Missing | null {
  if (table.rows.length === 0) return 'no-sessions'
  if (mapping.title === undefined) return 'title-column-needed'
  const start = table.headers.indexOf(mapping.start ?? '')
  const hasDays =
    mapping.day !== undefined ||
    dayOn !== null ||
    table.rows.some(({ cells }) => {
      const moment = readMoment(cells[start] ?? '', readDay)
      return moment?.dayOn ?? moment?.instant
    })
  return hasDays ? null : 'day-column-needed'
}

/** Of a file with a schedule the sheets that are none are named; of one without, what is missing is said. */
function tellMissing(looked: Read[], hasSchedule: boolean, draft: ProgramDraft): void {
  for (const { sheet, table, missing } of looked)
    if (missing !== null && hasSchedule) draft.addProblem('info', sheet.file, 'sheet-skipped', sheet.name ?? '')
    else if (missing !== null) draft.addProblem('error', sheet.file, missing, table.headers.join(', '))
}

function tellGuess(guess: { text: string; dayOn: string }, schedules: Read[], draft: ProgramDraft): void {
  const paths = schedules.flatMap(({ sheet, table }) => {
    const row = table.rows.find(({ cells }) => cells.some((cell) => cell.startsWith(guess.text)))
    return row ? [pathOfRow(sheet, row.line)] : []
  })
  if (schedules.length > 0)
    draft.addProblem(
      'warning',
      paths[0] ?? schedules[0]?.sheet.file ?? '',
      'date-order-guessed',
      `${guess.text} → ${guess.dayOn}`,
    )
}
