import { clockAfter, minutesBetween } from '@/lib/platform/clocks/span-clock'
import type { TableCells } from './columns'

/**
 * What is set in a row, and with another beginning of a session its end: it lasts as long as it did, and without a
 * beginning it has no end.
 * @param stored what the row says
 */
export function keepLength(set: TableCells, stored: TableCells): TableCells {
  const { start: from, end: until } = stored
  if (set.start === undefined || set.end !== undefined || !from || !until || set.start === from) return set
  if (set.start === '') return { ...set, end: '' }
  const minutes = minutesBetween(from, until)
  const end = minutes === null ? null : clockAfter(set.start, minutes)
  return end === null ? set : { ...set, end }
}
