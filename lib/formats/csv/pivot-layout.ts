import { dayReader, lacksYear } from './days'
import type { DrawnCell } from './grid-cells'
import { mapByHeaders } from './headers'
import { readMoment } from './times'

/** A grid with times down and rooms, or days, across. */
export type PivotLayout = {
  /** The row that names the rooms. */
  head: number
  /** The column of the times, and that of their ends if there is one. */
  time: number
  end: number | null
  rooms: number[]
}

/** Rows among which the names of rooms are looked for, and columns among which the times are. */
const HEAD_ROWS = 15
const TIME_COLUMNS = 3
/** What a list has and a grid has not. */
const listed = ['title', 'speakers', 'description', 'duration', 'url', 'id', 'status', 'company'] as const

/** How a grid is drawn; null for a list, whose header names titles, and for what is neither. */
export function pivotLayout(grid: DrawnCell[][]): PivotLayout | null {
  for (let time = 0; time < TIME_COLUMNS; time++) {
    const first = grid.findIndex((row) => isTime(row[time]?.text ?? ''))
    if (first < 1 || first > HEAD_ROWS) continue
    const head = grid.slice(0, first).findLastIndex((row) => namesOf(row, time).length > 0 && !isDayRow(row, time))
    const found = layoutAt(grid, head >= 0 ? head : first - 1, time)
    if (found) return found
  }
  return null
}

function layoutAt(grid: DrawnCell[][], head: number, time: number): PivotLayout | null {
  const header = grid[head] ?? []
  const mapping = mapByHeaders(header.map(({ text }) => text))
  if (listed.some((field) => mapping[field] !== undefined)) return null
  const below = grid.slice(head + 1)
  const timesIn = (column: number) => below.filter((row) => isTime(row[column]?.text ?? '')).length
  const filled = (column: number) => below.filter((row) => row[column]?.text).length
  const isTimes = (column: number) => timesIn(column) > 0 && timesIn(column) * 2 >= filled(column)
  if (timesIn(time) < 2) return null
  const end = isTimes(time + 1) ? time + 1 : null
  const rooms = namesOf(header, end ?? time).filter((column) => !isTimes(column))
  // One column may be the only room of a conference, if it is called like one.
  const isEnough = rooms.length > 1 || (rooms.length === 1 && mapping.room !== undefined)
  return isEnough && below.some((row) => rooms.some((column) => row[column]?.text)) ? { head, time, end, rooms } : null
}

/** The columns that a row names, to the right of the times; the name of several merged ones is that of each. */
function namesOf(row: DrawnCell[], time: number): number[] {
  return row.flatMap((cell, column) => (column > time && nameAt(row, column) && !isTime(cell.text) ? [column] : []))
}

/** The text of a cell, or of the one that is merged across it. */
export function nameAt(row: DrawnCell[], column: number): string {
  const cell = row[column]
  if (!cell?.isCovered || cell.text) return cell?.text ?? ''
  const anchor = row.slice(0, column).findLastIndex(({ isCovered }) => !isCovered)
  return (row[anchor]?.across ?? 1) > column - anchor ? (row[anchor]?.text ?? '') : ''
}

/** Does this row hold days to the right of the times, and names of rooms below it? */
function isDayRow(row: DrawnCell[], time: number): boolean {
  const names = row.slice(time + 1).flatMap(({ text }) => text || [])
  return names.length === 0 || (names.length === 1 && names.every(isDate))
}

export function isTime(text: string): boolean {
  const moment = text === '' ? null : readMoment(text, () => null)
  return moment !== null && moment.minutes !== null
}

export function isDate(text: string): boolean {
  return lacksYear(text) || dayReader([text], []).read(text) !== null
}

/** A grid with its times across: a row of times, and rooms below its corner. */
export function hasTimesAcross(grid: DrawnCell[][]): boolean {
  const head = grid.slice(0, HEAD_ROWS).findIndex((row) => row.filter(({ text }) => isTime(text)).length >= 2)
  const row = grid[head] ?? []
  const first = row.findIndex(({ text }) => isTime(text))
  if (head < 0 || first < 1 || first > TIME_COLUMNS) return false
  const rest = row.slice(first).filter(({ text }) => text)
  const below = grid.slice(head + 1)
  return (
    rest.every(({ text }) => isTime(text)) &&
    below.some((line) => line[first - 1]?.text) &&
    !below.some((line) => line.some(({ text }) => isTime(text)))
  )
}
