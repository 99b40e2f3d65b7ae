import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Outside } from '@/components/ui/facts'
import { Field, SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { useReason } from '../use-reason'
import { NEW_SERIES, type Placing } from './use-placing'

/** Puts a recap into a series and its parts in order: to come until it is published. */
export function SeriesFields({ placing, titleError }: { placing: Placing; titleError?: string }) {
  const t = useTranslations('recaps')
  const say = useReason()
  const { series, parts, choice, title, label, outcome } = placing
  return (
    <section aria-label={t('series')} className="grid gap-3">
      <SelectField label={t('series')} value={choice} onChange={(event) => placing.choose(event.target.value)}>
        <option value="">{t('noSeries')}</option>
        {series.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
        <option value={NEW_SERIES}>{t('newSeries')}</option>
      </SelectField>
      {choice === NEW_SERIES ? (
        <Field
          label={t('seriesTitle')}
          error={titleError ?? (outcome === 'seriesTitleMissing' && !title.trim() ? say(outcome) : undefined)}
          value={title}
          onChange={(event) => placing.entitle(event.target.value)}
          maxLength={200}
        />
      ) : null}
      {choice === '' ? null : (
        <Field
          label={t('label')}
          hint={t('labelHint')}
          value={label}
          onChange={(event) => placing.relabel(event.target.value)}
          maxLength={40}
        />
      )}
      <p className="flex flex-wrap items-center gap-3">
        <Button onClick={placing.save}>{t('place')}</Button>
        <span role="status" className="text-sm text-muted">
          {outcome === 'placed' ? t('placed') : ''}
        </span>
      </p>
      {outcome && outcome !== 'placed' && outcome !== 'seriesTitleMissing' ? (
        <Notice tone="danger" live>
          {say(outcome)}
        </Notice>
      ) : null}
      {parts.length > 1 ? (
        <ol aria-label={t('seriesOrder')}>
          {parts.map((part, index) => (
            <li key={part.id} className="flex min-h-11 items-center justify-between gap-2 border-t border-line">
              <span>
                {part.label ? (
                  <>
                    <Outside>{part.label}</Outside>:{' '}
                  </>
                ) : null}
                <Outside>{part.title}</Outside>
              </span>
              {index > 0 ? (
                <Button
                  variant="text"
                  className="min-w-11"
                  aria-label={t('up', { title: isolated(part.title) })}
                  onClick={() => placing.moveUp(index)}
                >
                  ↑
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}
