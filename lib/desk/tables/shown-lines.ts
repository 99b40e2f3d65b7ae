import { looseKey } from '@/lib/program/names/name-key'
import { saidColumns, type TableColumn } from './columns'
import type { TableLine } from './table'

export type Sorting = { column: TableColumn; isDescending: boolean } | null
/** What a cell shows, which is not always what it says. */
export type CellWords = (column: TableColumn, text: string) => string

/** The rows that a filter leaves, which has words of any of their cells, in the order of a column; empty cells last. */
export function shownLines(
  lines: readonly TableLine[],
  { filter, sorting, say, language }: { filter: string; sorting: Sorting; say: CellWords; language: string },
): readonly TableLine[] {
  const words = looseKey(filter).split(' ').filter(Boolean)
  const left =
    words.length === 0 ? lines : lines.filter((line) => words.every((word) => textOf(line, say).includes(word)))
  if (!sorting) return left
  const { column, isDescending } = sorting
  const collator = new Intl.Collator(language, { numeric: true })
  const key = (line: TableLine) => say(column, line.cells[column] ?? '')
  return left.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one === '' || other === '') return Number(one === '') - Number(other === '')
    return collator.compare(one, other) * (isDescending ? -1 : 1)
  })
}

function textOf({ cells }: TableLine, say: CellWords): string {
  return looseKey(
    saidColumns(cells)
      .map((column) => say(column, cells[column] ?? ''))
      .join(' '),
  )
}
