import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Outside } from '@/components/ui/facts'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { nameColumn, type TableColumn, type TableKind } from '@/lib/desk/tables/columns'
import type { TableWords } from '../use-table-words'
import type { usePaste, Wrong, WrongRow } from './use-paste'

type Props = { kind: TableKind; words: TableWords; paste: ReturnType<typeof usePaste> }

/** The rows that are not right, each with the cells that are to be mended; or it is left out. */
export function WrongRows({ kind, words, paste }: Props) {
  const t = useTranslations('manage.table')
  const { wrong } = paste
  if (wrong.length === 0) return null
  return (
    <Notice tone="danger" live>
      <p>{t('wrongRows', { count: wrong.length })}</p>
      <ul className="grid gap-4">
        {wrong.map((one) => (
          <li key={one.row.index} className="grid gap-2">
            <WrongCells kind={kind} words={words} paste={paste} wrong={one} />
            <div>
              <Button onClick={() => paste.toggle(one.row.index)}>{t('leaveOut')}</Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What of a pair is wrong may be mended in the other, where that alone was pasted. */
const paired: Partial<Record<TableColumn, TableColumn>> = { start: 'end', end: 'start' }

/** Where in the block a cell can be mended; -1: nowhere. */
function placeOf(column: TableColumn, columns: readonly (TableColumn | null)[]): number {
  const own = columns.indexOf(column)
  const other = paired[column]
  return own === -1 && other ? columns.indexOf(other) : own
}

function WrongCells({ kind, words, paste, wrong: { row, problems } }: Props & { wrong: WrongRow }) {
  const t = useTranslations('manage.table')
  const say = ({ column, code, now }: Wrong) => {
    if (code === 'several') return t('several')
    if (code === 'no-row') return paste.columns.includes(nameColumn(kind)) ? t('noRow') : t('noRowHere')
    return words.problem({ column, code, now })
  }
  return (
    <>
      <p className="font-medium">
        {t('row', { number: row.index + 1 })} <Outside>{row.name}</Outside>
      </p>
      {problems.map((problem) => {
        const column = problem.column ?? nameColumn(kind)
        const place = placeOf(column, paste.columns)
        return place === -1 ? (
          <p key={column}>{say(problem)}</p>
        ) : (
          <MendField
            key={column}
            label={words.names[paste.columns[place] ?? column] ?? ''}
            error={say(problem)}
            pasted={paste.textAt(row.index, place)}
            onMend={(text) => paste.mend(row.index, place, text)}
          />
        )
      })}
    </>
  )
}

type MendProps = { label: string; error: string; pasted: string; onMend: (text: string) => void }

/** Told once somebody is done with it: half of a number is a number, and the field would go from under the hands. */
function MendField({ label, error, pasted, onMend }: MendProps) {
  const t = useTranslations('manage.table')
  const [text, setText] = useState(pasted)
  const mend = () => {
    if (text !== pasted) onMend(text)
  }
  return (
    <Field
      label={label}
      hint={t('mendHint')}
      error={error}
      value={text}
      onText={setText}
      onBlur={mend}
      onKeyDown={({ key }) => key === 'Enter' && mend()}
    />
  )
}
