import { saidColumns, type TableCells } from './columns'
import { keepLength } from './keep-length'
import type { RowEdit } from './schema'
import type { TableLine } from './table'

/** What was done in one go: rows with what they say since and said before, and the ids of those that it added. */
export type TableStep = { rows: readonly RowEdit[]; added: readonly string[] }

/** A step as it was done. @param ids of each of its rows */
export function stepOf(rows: readonly RowEdit[], ids: readonly string[]): TableStep {
  return { rows, added: rows.flatMap(({ id }, index) => (id === null ? (ids[index] ?? []) : [])) }
}

/** What takes its rows back, but for those that it added. */
export function backOf({ rows }: TableStep): RowEdit[] {
  return rows.flatMap(({ id, set, seen }) => (id === null ? [] : [{ id, set: seen, seen: set }]))
}

/** What of a step was taken back, to be done again. @param left the ids of its rows that stayed as they were */
export function undonePart({ rows, added }: TableStep, left: readonly string[]): TableStep {
  const stays = new Set(left)
  const ids = [...added]
  return {
    rows: rows.filter(({ id }) => !stays.has(id ?? ids.shift() ?? '')),
    added: added.filter((id) => !stays.has(id)),
  }
}

/**
 * Sets cells in each of these rows; those that say them already, or may not be written in, are left out. Another
 * beginning takes the end along.
 */
export function setInAll(lines: readonly TableLine[], asked: TableCells): RowEdit[] {
  return lines.flatMap(({ id, cells: stored, locked }) => {
    const cells = keepLength(asked, stored)
    const columns = saidColumns(cells).filter((column) => (stored[column] ?? '') !== cells[column])
    if (locked || columns.length === 0) return []
    const pick = (from: TableCells) => Object.fromEntries(columns.map((column) => [column, from[column] ?? '']))
    return [{ id, set: pick(cells), seen: pick(stored) }]
  })
}

/** Rows as they are shown while edits of theirs are on their way. */
export function withEdits(lines: readonly TableLine[], edits: readonly RowEdit[]): readonly TableLine[] {
  if (edits.length === 0) return lines
  const over = new Map<string, TableCells>()
  for (const { id, set } of edits) if (id !== null) over.set(id, { ...over.get(id), ...set })
  return lines.map((line) => {
    const set = over.get(line.id)
    return set ? { ...line, cells: { ...line.cells, ...set } } : line
  })
}

/** Rows as they stand now, in the order in which they are known; what is new stands behind what it follows. */
export function inKnownOrder(known: readonly TableLine[], fresh: readonly TableLine[]): TableLine[] {
  const of = new Map(fresh.map((line) => [line.id, line]))
  const ordered = known.flatMap(({ id }) => of.get(id) ?? [])
  const isKnown = new Set(ordered.map(({ id }) => id))
  for (const [index, line] of fresh.entries()) {
    if (isKnown.has(line.id)) continue
    const before = fresh[index - 1]?.id
    ordered.splice(ordered.findIndex(({ id }) => id === before) + 1, 0, line)
  }
  return ordered
}

/** Rows with those that came from the server in their place; what is new stands at the end. */
export function withLines(
  lines: readonly TableLine[],
  fresh: readonly TableLine[],
  gone: readonly string[] = [],
): TableLine[] {
  const of = new Map(fresh.map((line) => [line.id, line]))
  const known = new Set(lines.map(({ id }) => id))
  return [
    ...lines.filter(({ id }) => !gone.includes(id)).map((line) => of.get(line.id) ?? line),
    ...fresh.filter(({ id }) => !known.has(id)),
  ]
}
