/** A row of a table as it stands in its file. */
export type TableRow = {
  /** The line of the file, or the row of the sheet, on which it begins; from 1. */
  line: number
  cells: string[]
}

/** A rectangle of cells that stand as one; all of them hold its text. Rows are lines, columns are counted from 0. */
export type Merge = { line: number; column: number; lines: number; columns: number }

/** A grid of texts: a file of text, or one sheet of a spreadsheet. */
export type TableSheet = {
  /** The name of its file. */
  file: string
  /** Its own name, which may be a day or a room; null for a file of text. */
  name: string | null
  /** Stands before "line 12", or "row 12" of a spreadsheet, in the paths of problems. */
  prefix: string
  rows: TableRow[]
  merges: Merge[]
}

/** Where a row of it stands, as the path of a problem. */
export function pathOfRow({ prefix, name }: Pick<TableSheet, 'prefix' | 'name'>, line: number): string {
  return `${prefix}${name === null ? 'line' : 'row'} ${line}`
}
