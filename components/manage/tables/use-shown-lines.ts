import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import { shownLines, type CellWords, type Sorting } from '@/lib/desk/tables/shown-lines'
import type { TableLine } from '@/lib/desk/tables/table'

/** The rows that a filter leaves, in the order of a column. */
export function useShownLines(
  lines: readonly TableLine[],
  { filter, sorting, say }: { filter: string; sorting: Sorting; say: CellWords },
): readonly TableLine[] {
  const language = useLocale()
  return useMemo(() => shownLines(lines, { filter, sorting, say, language }), [lines, filter, sorting, say, language])
}
