import { cleanText } from '@/lib/platform/clean-text'
import { MOST_COLUMNS, MOST_ROWS } from '../csv/text-rows'
import type { Merge, TableRow } from '../csv/sheet'

/** A sheet as it is read out of a file. */
export type SheetGrid = {
  name: string
  rows: TableRow[]
  merges: Merge[]
  /** There are more rows, or cells, than any schedule has; those beyond were not read. */
  isCut: boolean
}

/** More than any schedule merges: each is held against all rows. */
const MOST_MERGES = 5_000

/** All sheets of a file together. */
const MOST_CELLS = 1_000_000

export type GridDraft = {
  /** Line from 1, column from 0. Cells beyond what a schedule has are left out. */
  put: (line: number, column: number, text: string) => void
  merge: (merge: Merge) => void
  /** Is there no use in more? */
  isFull: () => boolean
  finish: () => SheetGrid
}

/** How much all grids of a file may still take. */
export type Room = { cells: number }

export function roomForCells(): Room {
  return { cells: MOST_CELLS }
}

/**
 * Gathers the cells of a sheet. A cell that is merged down gives its text to every row that it covers; what one that is
 * merged across means only the shape of the table tells: a heading, or a session in several rooms.
 */
export function startGrid(name: string, room: Room): GridDraft {
  const rows = new Map<number, string[]>()
  const merges: Merge[] = []
  let isCut = false
  const put: GridDraft['put'] = (line, column, given) => {
    const text = cleanText(given)
    if (text === null || column < 0 || column >= MOST_COLUMNS) return
    const row = rows.get(line) ?? []
    isCut ||= room.cells <= 0 || (rows.size >= MOST_ROWS && !rows.has(line))
    if (isCut || !Number.isSafeInteger(line)) return
    rows.set(line, row)
    room.cells -= Math.max(0, column + 1 - row.length)
    while (row.length <= column) row.push('')
    row[column] = text
  }
  return {
    put,
    merge: (merge) => {
      if (merges.length < MOST_MERGES) merges.push(merge)
    },
    isFull: () => isCut,
    finish: () => {
      for (const merge of merges) cover(merge, rows, put)
      const filled = [...rows].map(([line, cells]) => ({ line, cells })).sort((a, b) => a.line - b.line)
      return { name, rows: filled, merges, isCut }
    },
  }
}

/** Rows that hold nothing else stay none: a day's cell may be merged down to the end of a sheet. */
function cover({ line, column, lines }: Merge, rows: ReadonlyMap<number, string[]>, put: GridDraft['put']): void {
  const text = rows.get(line)?.[column]
  if (!text || lines < 2) return
  for (const below of rows.keys()) if (below > line && below < line + lines) put(below, column, text)
}
