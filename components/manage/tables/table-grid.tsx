import { useLayoutEffect, useMemo, useRef } from 'react'
import {
  DataGrid,
  SELECT_COLUMN_KEY,
  type CellKeyDownArgs,
  type CellKeyboardEvent,
  type Column,
  type DataGridHandle,
} from 'react-data-grid'
import 'react-data-grid/lib/styles.css'
import { columnsOf, tableColumns, type TableColumn, type TableKind } from '@/lib/desk/tables/columns'
import { isBlock } from '@/lib/desk/tables/pasted'
import type { PasteStart } from '@/lib/desk/tables/paste-plan'
import { readCell, type ChoiceNames } from '@/lib/desk/tables/read-cell'
import type { RowEdit } from '@/lib/desk/tables/schema'
import type { Sorting } from '@/lib/desk/tables/shown-lines'
import { setInAll } from '@/lib/desk/tables/steps'
import type { TableLine } from '@/lib/desk/tables/table'
import { dropSummaryRules } from './drop-summary-rules'
import './table-grid.css'

/** Where somebody is in the table. */
export type ActiveCell = { id: string; row: number; column: TableColumn }

type Props = {
  kind: TableKind
  label: string
  columns: Column<TableLine>[]
  choices: ChoiceNames
  lines: readonly TableLine[]
  chosen: ReadonlySet<string>
  sorting: Sorting
  onChosen: (chosen: ReadonlySet<string>) => void
  onSorting: (sorting: Sorting) => void
  onActive: (cell: ActiveCell | null) => void
  onWrite: (rows: RowEdit[]) => void
  onPasteBlock: (text: string, start: PasteStart) => void
  onFillDown: (cell: ActiveCell) => void
  /** Somebody would write in a row that they may not write in. */ onLocked: () => void
}

const HEIGHT = 44
/** Below the last row, where there is one. */
const SCROLLBAR = 20

/** The grid itself; its library is loaded with it. */
export function TableGrid({ kind, label, columns, choices, lines, chosen, sorting, ...on }: Props) {
  const grid = useRef<DataGridHandle>(null)
  const isTouch = useMemo(() => matchMedia('(pointer: coarse)').matches, [])
  useLayoutEffect(dropSummaryRules, [])
  const write = (rows: readonly TableLine[], indexes: readonly number[], column: TableColumn) =>
    on.onWrite(
      indexes.flatMap((index) => {
        const [line, text] = [lines[index], rows[index]?.cells[column]]
        return line && text !== undefined ? setInAll([line], { [column]: readCell(column, text, choices) }) : []
      }),
    )
  const keyDown = (args: CellKeyDownArgs<TableLine>, event: CellKeyboardEvent) => {
    const column = columnAt(args.column.key)
    if (!column || event.nativeEvent.isComposing) return
    if (args.mode === 'EDIT') {
      if (event.key !== 'Enter') return
      event.preventGridDefault()
      args.onClose(true)
      grid.current?.selectCell({ idx: args.column.idx, rowIdx: Math.min(args.rowIdx + 1, lines.length - 1) })
      return
    }
    if (args.row.locked && meansToWrite(event)) on.onLocked()
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventGridDefault()
      on.onWrite(setInAll([args.row], { [column]: '' }))
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      event.preventDefault()
      event.preventGridDefault()
      if (args.row.locked) on.onLocked()
      on.onFillDown({ id: args.row.id, row: args.rowIdx, column })
    }
  }
  return (
    <DataGrid
      ref={grid}
      aria-label={label}
      className="desk-table"
      style={{ height: `min(max(60dvh, 18rem), ${(lines.length + 1) * HEIGHT + SCROLLBAR}px)` }}
      columns={columns}
      rows={lines}
      rowKeyGetter={keyOf}
      rowHeight={HEIGHT}
      headerRowHeight={HEIGHT}
      selectedRows={chosen}
      onSelectedRowsChange={on.onChosen}
      sortColumns={sorting ? [{ columnKey: sorting.column, direction: sorting.isDescending ? 'DESC' : 'ASC' }] : []}
      onSortColumnsChange={([by]) => {
        const column = by && columnAt(by.columnKey)
        on.onSorting(column ? { column, isDescending: by.direction === 'DESC' } : null)
      }}
      onRowsChange={(rows, { indexes, column: { key } }) => {
        const column = columnAt(key)
        if (column) write(rows, indexes, column)
      }}
      onFill={({ columnKey, sourceRow, targetRow }) => {
        const column = columnAt(columnKey)
        return column ? { ...targetRow, cells: { ...targetRow.cells, [column]: sourceRow.cells[column] } } : targetRow
      }}
      onSelectedCellChange={({ row, rowIdx, column: { key } }) => {
        const column = columnAt(key)
        on.onActive(row && column ? { id: row.id, row: rowIdx, column } : null)
      }}
      onCellDoubleClick={({ row }) => {
        if (row.locked) on.onLocked()
      }}
      onCellClick={({ row, column: { key }, selectCell }, event) => {
        // A finger has no second click that is not a zoom.
        if (!isTouch || key === SELECT_COLUMN_KEY) return
        event.preventGridDefault()
        if (row.locked) on.onLocked()
        selectCell(true)
      }}
      onCellKeyDown={keyDown}
      onCellCopy={({ row, column: { key } }, event) => {
        const rows = chosen.size > 0 ? lines.filter(({ id }) => chosen.has(id)) : null
        const cells = ({ cells }: TableLine) => columnsOf[kind].map((column) => cells[column] ?? '').join('\t')
        const column = columnAt(key)
        event.preventDefault()
        event.clipboardData.setData('text/plain', rows?.map(cells).join('\n') ?? (column && row.cells[column]) ?? '')
      }}
      onCellPaste={({ row, column: { key } }, event) => {
        const [text, column] = [event.clipboardData.getData('text/plain'), columnAt(key)]
        if (!column) return row
        if (row.locked && !isBlock(text)) on.onLocked()
        // The table as a whole takes what no cell took.
        event.preventDefault()
        if (!isBlock(text)) return { ...row, cells: { ...row.cells, [column]: text } }
        on.onPasteBlock(text, { row: lines.indexOf(row), column })
        return row
      }}
    />
  )
}

function meansToWrite({ key, ctrlKey, metaKey, altKey }: CellKeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false
  return (key.length === 1 && key !== ' ') || ['Enter', 'F2', 'Delete', 'Backspace'].includes(key)
}

function keyOf({ id }: TableLine): string {
  return id
}

function columnAt(key: string): TableColumn | undefined {
  return tableColumns.find((column) => column === key)
}
