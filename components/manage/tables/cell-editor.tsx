import { useMemo } from 'react'
import type { RenderEditCellProps } from 'react-data-grid'
import type { TableColumn } from '@/lib/desk/tables/columns'
import type { ChoiceNames } from '@/lib/desk/tables/read-cell'
import type { TableLine } from '@/lib/desk/tables/table'
import { TypedChoice } from './typed-choice'

type Props = RenderEditCellProps<TableLine> & { of: TableColumn; label: string; choices: ChoiceNames }
const look = 'size-full min-w-0 bg-raised px-2 text-base text-ink'

/**
 * A cell while it is written in: a line of text, read as what is pasted is. A finger has the lists and the calendar of
 * its device; to keys these would lose the first one, which opens the cell.
 */
export function CellEditor({ of, label, choices, row, onRowChange, onClose }: Props) {
  const isTouch = useMemo(() => matchMedia('(pointer: coarse)').matches, [])
  const text = row.cells[of] ?? ''
  const change = (value: string, isDone = false) =>
    onRowChange({ ...row, cells: { ...row.cells, [of]: value } }, isDone)
  const leave = () => onClose(true, false)
  const few = choices[of]
  if (few && !isTouch)
    return <TypedChoice {...{ label, few, text, look }} ref={focusAll} onText={change} onLeave={leave} />
  if (few) {
    const known = few.some(({ value }) => value === text) ? few : [{ value: text, name: text }, ...few]
    return (
      <select
        ref={focus}
        aria-label={label}
        className={look}
        value={text}
        onChange={(event) => change(event.target.value, true)}
      >
        {known.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      ref={focusAll}
      aria-label={label}
      className={look}
      dir="auto"
      type={of === 'dayOn' && isTouch ? 'date' : 'text'}
      inputMode={of === 'capacity' ? 'numeric' : undefined}
      value={text}
      onChange={(event) => change(event.target.value)}
      onBlur={leave}
    />
  )
}

function focus(element: HTMLElement | null): void {
  element?.focus()
}

/** What is typed then takes the place of what was there. */
function focusAll(input: HTMLInputElement | null): void {
  input?.focus()
  if (input?.type === 'text') input.select()
}
