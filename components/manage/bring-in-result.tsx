import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { ownClocks, sayDay, sayWhen, type Clocks } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'
import { sessionFlags } from '@/lib/program/session-flags'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { SessionField } from '@/lib/program/snapshot'
import { FirstHoursList } from './first-hours'
import { ProblemList } from './problem-list'

const MOST_CHANGES = 30

/** What would change, before it changes anything. */
export function BringInResult({ preview }: { preview: BringInPreview }) {
  const t = useTranslations('bringIn')
  const { counts, diff } = preview
  const language = useLocale()
  const clocks = preview.timeZone === null ? ownClocks() : { timeZone: preview.timeZone }
  const say = useSayValue(clocks)
  return (
    <Card aria-label={t('preview')}>
      <h3 className="text-lg font-semibold">{t('preview')}</h3>
      <p role="status" className="empty:hidden">
        {/* Of what nobody could read there is nothing to count. */}
        {preview.format === ''
          ? null
          : t('counts', {
              format: preview.format,
              sessions: counts.sessions,
              rooms: counts.rooms,
              speakers: counts.speakers,
              days: counts.days,
            })}
      </p>
      {diff ? (
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {(['added', 'changed', 'cancelled', 'restored', 'unchanged'] as const).map((name) => (
            <div key={name} className="flex gap-2">
              <dt className="text-muted">{t(`diff.${name}`)}</dt>
              <dd className="font-semibold tabular-nums">{diff[name]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <FirstHoursList days={preview.firstHours} timeZone={clocks.timeZone} />
      {preview.changes.length > 0 ? (
        <details>
          <summary className="min-h-11 py-2 text-accent underline underline-offset-4">
            {t('showChanges', { count: preview.changes.length })}
          </summary>
          <ul className="grid gap-2">
            {preview.changes.slice(0, MOST_CHANGES).map((change) => (
              <li key={change.key} dir="auto">
                <span className="font-medium">{settleBidi(change.title)}</span>{' '}
                <span className="text-sm text-muted">
                  <Facts of={[sayWhen(change.when, { ...clocks, language }), t(`diff.${change.kind}`)]} />
                </span>
                <ul className="pl-4 text-sm">
                  {change.fields.map(({ field, before, after }) => (
                    <li key={field}>
                      {t(`sessionField.${field}`)}: <del className="text-muted">{say(field, before)}</del> →{' '}
                      <ins className="no-underline">{say(field, after)}</ins>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <ProblemList problems={preview.problems} />
    </Card>
  )
}

/** Says a field's value as the screens do: days, times, kinds and flags are stored as only programs write them. */
function useSayValue(clocks: Clocks): (field: SessionField, value: string) => string {
  const [t, language] = [useTranslations('session'), useLocale()]
  return (field, value) => {
    if (value === '') return value
    if (field === 'dayOn') return sayDay(value, language)
    if (field === 'startAt' || field === 'endAt') return sayWhen({ startAt: value }, { ...clocks, language })
    const kind = field === 'kind' ? sessionKinds.find((known) => known === value) : undefined
    if (kind) return t(`kind.${kind}`)
    if (field !== 'flags') return value
    const flags = sessionFlags.filter((flag) => value.split(', ').includes(flag))
    return flags.map((flag) => t(`flag.${flag}`)).join(', ')
  }
}
