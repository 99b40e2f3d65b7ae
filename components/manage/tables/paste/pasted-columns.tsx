import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/field'
import { isolated } from '@/lib/platform/bidi'
import { columnsOf, type TableKind } from '@/lib/desk/tables/columns'
import type { TableWords } from '../use-table-words'
import type { usePaste } from './use-paste'

type Props = { kind: TableKind; words: TableWords; paste: ReturnType<typeof usePaste> }

/** Which column of the table each pasted column is; those of which headings say so are folded away. */
export function PastedColumns({ kind, words, paste: { block, columns, hasHeadings, choose } }: Props) {
  const t = useTranslations('manage.table')
  return (
    <details open={!hasHeadings}>
      <summary className="flex min-h-11 items-center font-medium">{t('columns', { count: columns.length })}</summary>
      <div className="grid gap-3 sm:grid-cols-2">
        {columns.map((column, place) => (
          <SelectField
            key={place}
            label={t('column', { number: place + 1, first: isolated(block[0]?.[place] ?? '') })}
            value={column ?? ''}
            onChange={(event) => choose(place, columnsOf[kind].find((one) => one === event.target.value) ?? null)}
          >
            <option value="">{t('leftOut')}</option>
            {columnsOf[kind].map((one) => (
              <option key={one} value={one} disabled={one !== column && columns.some((taken) => taken === one)}>
                {words.names[one]}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </details>
  )
}
