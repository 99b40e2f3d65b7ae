import { useTranslations } from 'next-intl'
import { Outside } from '@/components/ui/facts'
import { saidColumns, type TableColumn } from '@/lib/desk/tables/columns'
import type { PlannedRow } from '@/lib/desk/tables/paste-plan'
import type { TableWords } from '../use-table-words'

/** Each row that would be written, with what it says and what it said. */
export function PlannedRows({ words, rows }: { words: TableWords; rows: readonly PlannedRow[] }) {
  const t = useTranslations('manage.table')
  // What a new row is called stands above its cells.
  const said = ({ set, state, name }: PlannedRow) =>
    saidColumns(set).filter((column) => state !== 'new' || set[column] !== name)
  const asked = rows.filter(({ state }) => state === 'new' || state === 'changed')
  if (asked.length === 0) return null
  const cell = ({ set, seen, state }: PlannedRow, column: TableColumn) => (
    <span key={column} className="block">
      {t('cellOf', { column: words.names[column] ?? '' })}{' '}
      <Outside>{words.say(column, set[column] ?? '') || t('emptyCell')}</Outside>
      {state === 'new' ? null : (
        <span className="text-muted">
          {' '}
          ({t('from')} <Outside>{words.say(column, seen[column] ?? '') || t('emptyCell')}</Outside>)
        </span>
      )}
    </span>
  )
  return (
    <ul className="divide-y divide-line">
      {asked.map((row) => (
        <li key={row.index} className="py-2">
          <span className="font-medium">
            <Outside>{row.name || t('row', { number: row.index + 1 })}</Outside>
          </span>{' '}
          {row.state === 'new' ? <span className="text-sm text-good">{t('isNew')}</span> : null}
          <span className="block text-sm">{said(row).map((column) => cell(row, column))}</span>
        </li>
      ))}
    </ul>
  )
}
