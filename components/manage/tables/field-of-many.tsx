import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, SelectField } from '@/components/ui/field'
import { useMedia } from '@/components/ui/use-media'
import { columnsOf, nameColumn, type TableColumn, type TableKind } from '@/lib/desk/tables/columns'
import { readCell } from '@/lib/desk/tables/read-cell'
import type { RowEdit } from '@/lib/desk/tables/schema'
import { setInAll } from '@/lib/desk/tables/steps'
import type { TableLine } from '@/lib/desk/tables/table'
import type { TableWords } from './use-table-words'

type Props = { kind: TableKind; lines: readonly TableLine[]; words: TableWords; onWrite: (rows: RowEdit[]) => void }

/** Sets one field of all the rows that are chosen, written as in a cell. */
export function FieldOfMany({ kind, lines, words, onWrite }: Props) {
  const t = useTranslations('manage.table')
  const isTouch = useMedia('(pointer: coarse)')
  const columns: TableColumn[] = columnsOf[kind].filter((one) => one !== nameColumn(kind))
  const [column, setColumn] = useState(columns[0] ?? nameColumn(kind))
  const few = words.choices[column]
  const [text, setText] = useState(few?.[0]?.value ?? '')
  const rows = setInAll(lines, { [column]: readCell(column, text, words.choices) })
  return (
    <div className="grid gap-3">
      <SelectField
        label={t('field')}
        value={column}
        onChange={({ target: { value } }) => {
          const next = columns.find((one) => one === value) ?? column
          setColumn(next)
          setText(words.choices[next]?.[0]?.value ?? '')
        }}
      >
        {columns.map((one) => (
          <option key={one} value={one}>
            {words.names[one]}
          </option>
        ))}
      </SelectField>
      {few ? (
        <SelectField label={t('value')} value={text} onChange={(event) => setText(event.target.value)}>
          {few.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : (
        <Field
          key={column}
          label={t('value')}
          type={column === 'dayOn' && isTouch ? 'date' : 'text'}
          inputMode={column === 'capacity' ? 'numeric' : undefined}
          hint={column === 'dayOn' ? t('dayHint') : undefined}
          value={text}
          onText={setText}
        />
      )}
      <div>
        <Button variant="primary" disabled={rows.length === 0} onClick={() => onWrite(rows)}>
          {t('apply', { count: rows.length })}
        </Button>
      </div>
    </div>
  )
}
