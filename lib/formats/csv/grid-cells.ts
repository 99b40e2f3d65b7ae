import type { TableSheet } from './sheet'

/** One cell of a grid that organizers draw. */
export type DrawnCell = {
  text: string
  /** Of the file, for problems. */
  line: number
  /** How many cells it covers, itself included. */
  down: number
  across: number
  /** Another cell, which is merged, lies over it. */
  isCovered: boolean
}

/** The rows of a sheet as cells that know how far they reach; what reaches beyond the sheet is cut. */
export function drawnCells({ rows, merges }: TableSheet): DrawnCell[][] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const grid = rows.map(({ line, cells }) =>
    Array.from({ length: width }, (_, column) => ({
      text: (cells[column] ?? '').trim(),
      line,
      down: 1,
      across: 1,
      isCovered: false,
    })),
  )
  const indexOf = new Map(rows.map(({ line }, index) => [line, index]))
  for (const merge of merges) {
    const top = indexOf.get(merge.line)
    const anchor = top === undefined ? undefined : grid[top]?.[merge.column]
    if (top === undefined || !anchor || anchor.isCovered) continue
    // Rows that hold nothing else stand in no grid.
    const below = rows.filter(({ line }) => line >= merge.line && line < merge.line + merge.lines).length
    anchor.down = Math.max(1, below)
    anchor.across = Math.min(merge.columns, width - merge.column)
    for (const cell of grid
      .slice(top, top + anchor.down)
      .flatMap((row) => row.slice(merge.column, merge.column + anchor.across)))
      cell.isCovered = cell !== anchor
  }
  return grid
}

/** The same grid with its rows as columns. */
export function transposed(grid: DrawnCell[][]): DrawnCell[][] {
  return (grid[0] ?? []).map((_, column) =>
    grid.flatMap((row) => {
      const cell = row[column]
      return cell ? [{ ...cell, down: cell.across, across: cell.down }] : []
    }),
  )
}
