import { knownPeople } from '../reading/people-in-title'
import { sessionKind } from '../reading/session-kind'
import { drawnCells, transposed, type DrawnCell } from './grid-cells'
import { readPivotCell } from './pivot-cell'
import { hasTimesAcross, isDate, isTime, nameAt, pivotLayout, type PivotLayout } from './pivot-layout'
import type { TableSheet } from './sheet'
import type { Table } from './table'
import { readMoment } from './times'

export type Pivot = {
  table: Table
  /** How it was read, for the person who drew it. */
  way: 'grid-rooms-across' | 'grid-days-across' | 'grid-times-across'
  names: string[]
}

const headers = ['Title', 'Speakers', 'Company', 'Day', 'Start', 'End', 'Room', 'Description']
/** What is larger is no grid that anybody drew. */
const MOST_ROWS = 2_000
const MOST_ROOMS_DOWN = 300
/** A pause between two rows that no session fills. */
const LONGEST_MINUTES = 5 * 60

type Column = { index: number; room: string; day: string }
type Slot = { row: number; start: string; end: string; day: string; minutes: number; columns: Column[] }
type Held = { text: string; line: number; slot: Slot; end: string; rooms: string[]; day: string }

/**
 * Reads a grid as organizers draw it, times down and rooms across or the other way round, as the list that it means. A
 * cell that is merged across rooms takes place in all of them, and so does a text that stands in each; one over several
 * rows lasts as long; a row ends where its time says, else where the next begins. Days are a row above the rooms, a row
 * of their own, or a column before the times.
 * @returns null when it is no such grid
 */
export function readPivot(sheet: TableSheet): Pivot | null {
  if (sheet.rows.length > MOST_ROWS) return null
  const drawn = drawnCells(sheet)
  const isTurned = drawn.length <= MOST_ROOMS_DOWN && hasTimesAcross(drawn)
  const grid = isTurned ? transposed(drawn) : drawn
  const layout = pivotLayout(grid)
  if (!layout) return null
  const slots = slotsOf(grid, layout)
  const held = heldIn(grid, slots)
  const columns = slots.flatMap(({ columns }) => columns)
  const names = [...new Set(columns.map(({ room, day }) => room || day))]
  const hasRooms = columns.some(({ room }) => room)
  return {
    table: {
      headers,
      rows: rowsOf(held),
      preamble: titlesAbove(drawn),
      isNamed: true,
    },
    way: isTurned ? 'grid-times-across' : hasRooms ? 'grid-rooms-across' : 'grid-days-across',
    names,
  }
}

/** What stands alone in the first rows: the sheet's own title, its day. */
function titlesAbove(grid: DrawnCell[][]): string[] {
  const texts = grid.map((row) => [...new Set(row.flatMap(({ text }) => text || []))])
  const end = texts.findIndex((own) => own.length > 1)
  return texts.slice(0, Math.max(0, end)).flat()
}

/** The rows that have a time, each with its day and the rooms that are named above it. */
function slotsOf(grid: DrawnCell[][], { head, time, end, rooms }: PivotLayout): Slot[] {
  let columns = columnsOf(grid, head, rooms)
  let day = dayIn(grid[head] ?? [], time)
  const slots: Slot[] = []
  for (const [row, cells] of grid.entries()) {
    if (row <= head) continue
    const own = cells[time]
    const start = own?.text ?? ''
    day = dayIn(cells, time) || day
    if (own && !own.isCovered && isTime(start)) {
      const minutes = readMoment(start, () => null)?.minutes ?? 0
      slots.push({ row, start, end: (end === null ? '' : cells[end]?.text) ?? '', day, minutes, columns })
    } else if (isHead(cells, grid[head] ?? [], time)) columns = columnsOf(grid, row, rooms)
  }
  return slots
}

/** Rooms and days of the columns: by their own names, and by the days that stand in a row above them. */
function columnsOf(grid: DrawnCell[][], head: number, rooms: number[]): Column[] {
  const above = grid.slice(Math.max(0, head - 3), head)
  const days = above.findLast((row) => rooms.some((column) => isDate(nameAt(row, column)))) ?? []
  let day = ''
  return rooms.map((index) => {
    const over = nameAt(days, index)
    if (isDate(over)) day = over
    const name = nameAt(grid[head] ?? [], index).replace(/\s+/g, ' ')
    return isDate(name) ? { index, room: '', day: name } : { index, room: name.replaceAll(';', ','), day }
  })
}

/** The day of a row: in a column before the times, in place of a time, or alone in its row. */
function dayIn(row: DrawnCell[], time: number): string {
  const before = row.slice(0, time + 1).map(({ text }) => text)
  const alone = [...new Set(row.flatMap(({ text }) => text || []))]
  return before.find(isDate) ?? (alone.length === 1 ? alone.find(isDate) : undefined) ?? ''
}

/** Do the names of rooms stand here once more, as above each day? */
function isHead(row: DrawnCell[], head: DrawnCell[], time: number): boolean {
  const corner = row[time]?.text ?? ''
  return (
    row.slice(time + 1).some(({ text }) => text) && corner !== '' && (corner === head[time]?.text || isDate(corner))
  )
}

function heldIn(grid: DrawnCell[][], slots: Slot[]): Held[] {
  const held = new Map<string, Held>()
  for (const [at, slot] of slots.entries())
    for (const { index, room, day } of slot.columns) {
      const cell = grid[slot.row]?.[index]
      if (!cell?.text || cell.isCovered || /^[-–—x/.]$/.test(cell.text)) continue
      const covered = isForAll(grid, slot, index)
        ? slot.columns.filter((column) => column.day === day)
        : slot.columns.filter((column) => column.index >= index && column.index < index + cell.across)
      const last = lastSlot(slots, at, slot.row + cell.down)
      const text = [cell.text, ...linesBelow(grid, slots[at + 1]?.row, slot.row + cell.down, index)].join('\n')
      const key = `${at} ${day} ${last} ${text}`
      const same = held.get(key)
      const rooms = [...new Set([room, ...covered.map((column) => column.room)])].filter(Boolean)
      if (same) same.rooms = [...new Set([...same.rooms, ...rooms])]
      else held.set(key, { text, line: cell.line, slot, end: endOf(slots, last), rooms, day: day || slot.day })
    }
  return [...held.values()]
}

/**
 * A pause that stands alone in the first room of its row is everybody's: text cannot say that a cell is merged.
 */
function isForAll(grid: DrawnCell[][], slot: Slot, index: number): boolean {
  const texts = slot.columns.map((column) => grid[slot.row]?.[column.index]?.text ?? '')
  const title = grid[slot.row]?.[index]?.text ?? ''
  const kind = sessionKind({ title, category: null, hasSpeakers: false })
  return (
    index === slot.columns[0]?.index && texts.filter(Boolean).length === 1 && (kind === 'break' || kind === 'service')
  )
}

/** The last slot, by its place, that begins above a row. */
function lastSlot(slots: Slot[], from: number, row: number): number {
  const next = slots.findIndex((slot, at) => at > from && slot.row >= row)
  return (next < 0 ? slots.length : next) - 1
}

/** What stands below a cell in rows without a time belongs to it: its speakers, mostly. */
function linesBelow(grid: DrawnCell[][], nextSlot: number | undefined, from: number, column: number): string[] {
  const below = grid.slice(from, Math.min(nextSlot ?? grid.length, from + 3))
  const texts = below.map((row) => row[column]).map((cell) => (cell && !cell.isCovered ? cell.text : ''))
  const isHeading = below.some((row) => new Set(row.flatMap(({ text }) => text || [])).size === 1 && dayIn(row, 0))
  return isHeading ? [] : texts.filter(Boolean)
}

/** When a slot ends: as it says, else when the next one of its day begins. */
function endOf(slots: Slot[], at: number): string {
  const slot = slots[at]
  if (!slot) return ''
  if (slot.end) return slot.end
  const own = readMoment(slot.start, () => null)?.endMinutes
  if (own !== null && own !== undefined) return clock(own)
  const next = slots[at + 1]
  if (!next || next.day !== slot.day || next.minutes <= slot.minutes) return ''
  return next.minutes - slot.minutes > LONGEST_MINUTES ? '' : clock(next.minutes)
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function rowsOf(held: Held[]): Table['rows'] {
  const firstLines = held.map(({ text }) => text.split('\n')[0] ?? '')
  const known = knownPeople(
    firstLines,
    held.flatMap(({ rooms }) => rooms),
  )
  return held.map(({ text, line, slot, end, rooms, day }) => {
    const { title, speakers, company, description } = readPivotCell(text, known)
    return { line, cells: [title, speakers, company, day, slot.start, end, rooms.join(';'), description] }
  })
}
