import {
  SELECT_COLUMN_KEY,
  useHeaderRowSelection,
  useRowSelection,
  type Column,
  type RenderCellProps,
} from 'react-data-grid'
import { Icon } from '@/components/ui/icon'
import { isolated } from '@/lib/platform/bidi'
import { columnsOf, nameColumn, type TableColumn, type TableKind } from '@/lib/desk/tables/columns'
import type { TableLine } from '@/lib/desk/tables/table'
import { CellEditor } from './cell-editor'
import type { TableWords } from './use-table-words'

type Words = TableWords & {
  /** Nothing can be pointed at without touching it. */ isTouch: boolean
  all: string
  chooseRow: (name: string) => string
  byHand: string
  cancelled: string
}

const widths: Partial<Record<TableColumn, number>> = {
  ...{ capacity: 110, start: 90, end: 90, color: 130, language: 110, dayOn: 140, soldOut: 120 },
  ...{ speakers: 240, tagline: 300, separateRegistration: 200, capacityKind: 170, level: 130 },
}
const CHOICE = 44

/** The columns of a table for the grid: which are chosen, what rows are called (always in sight), and the rest. */
export function gridColumns(kind: TableKind, isNarrow: boolean, words: Words): Column<TableLine>[] {
  const first = nameColumn(kind)
  return [
    {
      key: SELECT_COLUMN_KEY,
      name: '',
      width: CHOICE,
      minWidth: CHOICE,
      frozen: true,
      renderHeaderCell: () => <ChooseAll label={words.all} />,
      renderCell: ({ row }) => <ChooseRow row={row} label={words.chooseRow(row.cells[first] ?? '')} />,
    },
    ...columnsOf[kind].map((column): Column<TableLine> => {
      const label = words.names[column] ?? ''
      return {
        key: column,
        name: label,
        frozen: column === first,
        width: column === first ? (isNarrow ? 140 : 280) : (widths[column] ?? 170),
        minWidth: 80,
        resizable: true,
        sortable: true,
        editable: ({ locked }) => locked === null,
        // An answer to what was written before comes while somebody types on in the same row.
        editorOptions: { closeOnExternalRowChange: false },
        renderCell: (props) => <Cell {...props} of={column} words={words} />,
        renderEditCell: (props) => <CellEditor {...props} of={column} label={label} choices={words.choices} />,
      }
    }),
  ]
}

function Cell({ row, of, words }: RenderCellProps<TableLine> & { of: TableColumn; words: Words }) {
  const text = words.say(of, row.cells[of] ?? '')
  const isOwn = ownColumns(row).has(of)
  const isPlain = !isOwn && row.locked === null && !row.isCancelled && of !== 'color' && isolated(text) === text
  // A phone draws dozens of them at each step of scrolling: what needs no direction, hint or mark needs no element.
  if (words.isTouch && isPlain) return text
  return (
    <span dir="auto" className={`block truncate ${row.locked ? 'text-muted' : ''}`} title={text}>
      {isOwn ? <Icon name="pen" className="me-1 inline size-3.5 text-accent" /> : null}
      {isOwn ? <span className="sr-only">{words.byHand} </span> : null}
      {of === 'color' && text ? (
        <span className={`track-${row.cells.color} me-2 inline-block size-3 rounded-full bg-track`} />
      ) : null}
      {row.isCancelled && of === 'title' ? <span className="text-danger">{words.cancelled} </span> : null}
      {text}
    </span>
  )
}

/** The columns of a row that somebody decided over what its source says. */
function ownColumns({ own }: TableLine): ReadonlySet<string> {
  return new Set(own.flat().map(({ field }) => columnOfField[field] ?? field))
}
const columnOfField: Partial<Record<string, TableColumn>> = {
  ...{ rooms: 'room', startAt: 'start', endAt: 'end', flags: 'soldOut' },
}

const box = 'size-5 accent-accent'
const around = 'flex size-full items-center justify-center'

function ChooseAll({ label }: { label: string }) {
  const { isIndeterminate, isRowSelected, onRowSelectionChange } = useHeaderRowSelection()
  return (
    <label className={around}>
      <input
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate
        }}
        type="checkbox"
        className={box}
        aria-label={label}
        checked={isRowSelected}
        onChange={(event) => onRowSelectionChange({ checked: event.target.checked })}
      />
    </label>
  )
}

function ChooseRow({ row, label }: { row: TableLine; label: string }) {
  const { isRowSelected, onRowSelectionChange } = useRowSelection()
  return (
    <label className={around}>
      <input
        type="checkbox"
        className={box}
        aria-label={label}
        checked={isRowSelected}
        onChange={() => {}}
        onClick={({ shiftKey, currentTarget: { checked } }) =>
          onRowSelectionChange({ row, checked, isShiftClick: shiftKey })
        }
      />
    </label>
  )
}
