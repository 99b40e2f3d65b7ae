/** Every line of a cell is so high, and a cell shows whole ones. */
export const LINE_PX = 15
/** Between a cell and what is below it. */
export const APART_PX = 2
/** What stands beside the pick: the times, where they have a line of their own. */
const HEAD_PX = 24
const PADDING_PX = 6
/** With fewer lines for the title the times stand before it instead. */
const FEWEST_LINES = 3
const ROW_PADDING_PX = 9
const MOST_ROW_LINES = 3
const MOST_COLUMNS = 4

/** What fits into a cell: whether the times stand above the title, and how many lines there are for all but them. */
export type CellRoom = { isHigh: boolean; lines: number }

/** @param height of the cell, in pixels */
export function roomIn(height: number): CellRoom {
  const below = linesIn(height - HEAD_PX - APART_PX)
  if (below >= FEWEST_LINES) return { isHigh: true, lines: below }
  return { isHigh: false, lines: Math.max(1, linesIn(height - PADDING_PX)) }
}

/** How the rows of a list stand in a cell: in columns where they would not fit below each other, of so many lines. */
export type ListRoom = { columns: number; rows: number; lines: number }

/** @param height of the cell, in pixels */
export function listRoomIn(height: number, count: number): ListRoom {
  const below = Math.max(1, Math.floor(height / (LINE_PX + ROW_PADDING_PX)))
  const columns = Math.min(MOST_COLUMNS, Math.ceil(count / below))
  const rows = Math.ceil(count / columns)
  const lines = Math.min(MOST_ROW_LINES, Math.max(1, linesIn(height / rows - ROW_PADDING_PX)))
  return { columns, rows, lines }
}

function linesIn(height: number): number {
  return Math.floor(height / LINE_PX)
}
