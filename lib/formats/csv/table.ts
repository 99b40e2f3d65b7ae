import { cleanLine } from '@/lib/platform/clean-text'
import type { TableRow } from './sheet'

export type Table = {
  headers: string[]
  rows: TableRow[]
  /** What stands above the headers, cell by cell: a sheet's own title, its day. */
  preamble: string[]
  /** The headers were known for such by their names. */
  isNamed: boolean
}

/** Rows among which the headers are looked for. */
const HEADED = 10

/**
 * Finds the headers of a grid. A column without one is "Column 3", the second of one name is "Name (2)". Headers that
 * stand once more further down, as above each day, are no row.
 * @param isHeader does this row hold names of columns?
 * @param isData does this cell hold a value, such as a date, that no header is?
 */
export function tableOf(
  rows: TableRow[],
  isHeader: (cells: string[]) => boolean,
  isData: (cell: string) => boolean,
): Table {
  const named = rows.slice(0, HEADED).findIndex(({ cells }) => isHeader(cells))
  const wide = rows.findIndex(({ cells }) => cells.filter(Boolean).length > 1)
  const at = named >= 0 ? named : Math.max(0, wide)
  const top = rows[at]?.cells ?? []
  const headless = named < 0 && top.some(isData)
  const repeats = (cells: string[]) => named >= 0 && top.every((cell, index) => cell === (cells[index] ?? ''))
  return {
    headers: nameColumns(headless ? top.map(() => '') : top),
    rows: rows.slice(headless ? at : at + 1).filter(({ cells }) => !repeats(cells)),
    preamble: rows.slice(0, at).flatMap(({ cells }) => cells.filter(Boolean)),
    isNamed: named >= 0,
  }
}

function nameColumns(cells: string[]): string[] {
  const used = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cleanLine(cell) ?? `Column ${index + 1}`
    used.set(name, (used.get(name) ?? 0) + 1)
    return used.get(name) === 1 ? name : `${name} (${used.get(name)})`
  })
}
