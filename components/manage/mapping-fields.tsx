import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/field'
import { csvFields, type ColumnMapping } from '@/lib/formats/reading/column-mapping'

/** Which column holds what: guessed, shown, and open to correction. */
export function MappingFields({ mapping, headers }: { mapping: ColumnMapping; headers: string[] }) {
  const t = useTranslations('bringIn')
  return (
    <fieldset className="grid gap-3 rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('mapping')}</legend>
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
    </fieldset>
  )
}
