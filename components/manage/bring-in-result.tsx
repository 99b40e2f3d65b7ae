import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { ownClocks } from '@/lib/i18n/dates'
import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'
import { FEWEST_COUNTED } from '@/lib/schedule/bring-in/preview/fewest-counted'
import { ChangeList } from './releases/change-list'
import { FirstHoursList } from './first-hours'
import { ProblemList } from './problem-list'

/** What would change, before it changes anything. */
export function BringInResult({ preview }: { preview: BringInPreview }) {
  const t = useTranslations('bringIn')
  const { counts, diff } = preview
  const clocks = preview.timeZone === null ? ownClocks() : { timeZone: preview.timeZone }
  return (
    <Card aria-label={t('preview')}>
      <h2 className="text-lg font-semibold">{t('preview')}</h2>
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
      {preview.affected === undefined ? null : (
        <p>
          {preview.affected === null
            ? t('affectedFew', { count: FEWEST_COUNTED })
            : t('affected', { count: preview.affected })}
        </p>
      )}
      <FirstHoursList days={preview.firstHours} timeZone={clocks.timeZone} />
      {preview.changes.length > 0 ? (
        <details>
          <summary className="min-h-11 py-2 text-accent underline underline-offset-4">
            {t('showChanges', { count: preview.changes.length })}
          </summary>
          <ChangeList changes={preview.changes} clocks={clocks} canLeave />
        </details>
      ) : null}
      <ProblemList problems={preview.problems} />
    </Card>
  )
}
