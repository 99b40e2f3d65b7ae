import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/field'
import { csvFields, type ColumnMapping } from '@/lib/formats/reading/column-mapping'

/**
 * Which column holds what: guessed, shown, and open to correction. Folded to the names of what was found, unless what
 * every session needs was not.
 */
export function MappingFields({ mapping, headers }: { mapping: ColumnMapping; headers: string[] }) {
  const t = useTranslations('bringIn')
  const found = csvFields.filter((field) => mapping[field])
  return (
    <details open={isWanting(mapping)} className="rounded-xl border border-line px-4 py-1">
      <summary className="min-h-11 py-2">
        <span className="font-semibold">{t('mapping')}</span>{' '}
        <span className="text-sm text-muted">{found.map((field) => t(`column.${field}`)).join(', ')}</span>
      </summary>
      <div role="group" aria-label={t('mapping')} className="grid gap-3 pb-3">
        <p className="text-sm text-muted">{t('mappingHint')}</p>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {csvFields.map((field) => (
            <SelectField
              key={`${field} ${mapping[field] ?? ''}`}
              name={`column.${field}`}
              label={t(`column.${field}`)}
              defaultValue={mapping[field] ?? ''}
            >
              <option value="">{t('noColumn')}</option>
              {headers.map((header) => (
                <option key={header} value={header}>
                  {header}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      </div>
    </details>
  )
}

/** Without a title, or without a day, in a column of its own or with the start, there is no session. */
function isWanting({ title, day, start }: ColumnMapping): boolean {
  return !title || !(day || start)
}
