import { readPeople } from '@/lib/program/names/listed'
import { nameKey } from '@/lib/program/names/name-key'
import {
  saidColumns,
  columnsOf,
  mayAdd,
  nameColumn,
  type TableCells,
  type TableColumn,
  type TableKind,
} from './columns'
import { keepLength } from './keep-length'
import { readCell, type ChoiceNames } from './read-cell'
import type { TableLine } from './table'

/** Where a block goes in the table as it is shown: from this row and column on. */
export type PasteStart = { row: number; column: TableColumn }

/** A row of a block, and the row of the table that it means. */
export type PlannedRow = {
  /** From 0, as it was pasted. */ index: number
  /** Null: a new one, or none. */ id: string | null
  name: string
  set: TableCells
  seen: TableCells
  state: 'new' | 'changed' | 'same' | 'no-row' | 'several'
}

type Planning = {
  kind: TableKind
  block: readonly (readonly string[])[]
  /** Of each column of the block; null: it is left out. */ columns: readonly (TableColumn | null)[]
  /** As they are shown. */ lines: readonly TableLine[]
  start: PasteStart | null
  choices: ChoiceNames
}

/**
 * What a pasted block would do. With the column that names rows each is found by its name, and what is not there is
 * new, where it may be; without it rows follow the place where it was pasted. An empty cell changes nothing.
 */
export function planPaste({ kind, block, columns, lines, start, choices }: Planning): PlannedRow[] {
  const byName = columns.includes(nameColumn(kind))
  const find = byName ? finder(kind, lines) : null
  return block.map((texts, index) => {
    const cells: TableCells = {}
    for (const [place, column] of columns.entries()) {
      const text = readIn(column, texts[place], choices)
      if (column && text !== '') cells[column] = text
    }
    const name = cells[nameColumn(kind)] ?? ''
    if (!find) return planRow(index, name, cells, start ? (lines[start.row + index] ?? 'no-row') : 'no-row')
    const found = name === '' ? 'no-row' : find(name)
    return planRow(index, name, cells, found === 'no-row' && mayAdd(kind) && name !== '' ? 'new' : found)
  })
}

/** Those that would be written; a row of the table that several mean is written by none but the first. */
export function askedRows(rows: readonly PlannedRow[]): PlannedRow[] {
  const met = new Set<string>()
  return rows.filter(({ id, state }) => {
    if (state !== 'new' && state !== 'changed') return false
    const isMet = id !== null && met.has(id)
    if (id !== null) met.add(id)
    return !isMet
  })
}

/** Those whom a row to be written gives a company, the first of each row. */
export function employedIn(rows: readonly PlannedRow[]): { name: string; company: string }[] {
  return askedRows(rows).flatMap(({ set: { speakers = '' } }) =>
    readPeople(speakers)
      .flatMap(({ name, company }) => (company === null ? [] : [{ name, company }]))
      .slice(0, 1),
  )
}

/** The columns of a block that has no headings: those from where it was pasted on. */
export function columnsFrom(kind: TableKind, start: PasteStart | null, width: number): (TableColumn | null)[] {
  const all: readonly TableColumn[] = columnsOf[kind]
  const from = start ? all.indexOf(start.column) : 0
  return Array.from({ length: width }, (_, place) => all[from + place] ?? null)
}

function readIn(column: TableColumn | null, text: string | undefined, choices: ChoiceNames): string {
  return column && text ? readCell(column, text, choices) : ''
}

type Found = TableLine | 'no-row' | 'several'

function finder(kind: TableKind, lines: readonly TableLine[]): (name: string) => Found {
  const called = new Map<string, TableLine | 'several'>()
  for (const line of lines) {
    const key = nameKey(line.cells[nameColumn(kind)] ?? '')
    called.set(key, called.has(key) ? 'several' : line)
  }
  // What it is called counts before what sources call it.
  for (const line of lines) for (const key of line.keys) if (!called.has(key)) called.set(key, line)
  return (name) => called.get(nameKey(name)) ?? 'no-row'
}

function planRow(index: number, name: string, cells: TableCells, found: Found | 'new'): PlannedRow {
  if (found === 'new') return { index, id: null, name, set: cells, seen: {}, state: 'new' }
  if (typeof found === 'string') return { index, id: null, name, set: cells, seen: {}, state: found }
  const { set, seen } = differing(cells, found.cells, name)
  const known = found.cells.name ?? found.cells.title ?? ''
  return { index, id: found.id, name: known, set, seen, state: Object.keys(set).length > 0 ? 'changed' : 'same' }
}

/** The cells that would say something else. A name by which a row was found is no new name. */
function differing(pasted: TableCells, stored: TableCells, name: string): { set: TableCells; seen: TableCells } {
  const cells = keepLength(pasted, stored)
  const set: TableCells = {}
  const seen: TableCells = {}
  for (const column of saidColumns(cells)) {
    const [text, now] = [cells[column], stored[column] ?? '']
    const isItsName = name !== '' && text === name && (column === 'name' || column === 'title')
    if (text === undefined || text === now || isItsName) continue
    set[column] = text
    seen[column] = now
  }
  return { set, seen }
}
