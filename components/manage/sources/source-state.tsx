import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import type { ListedSource } from '@/lib/schedule/checks/list-sources'
import { useFailureWords } from './use-failure-words'

/** How a source is checked, when next, and what went wrong the last time. */
export function SourceState({ source, saying }: { source: ListedSource; saying: Saying }) {
  const [t, sayFailure] = [useTranslations('manage.sources'), useFailureWords()]
  const { address, checkMinutes, nextCheckAt, lastReading, isLocked } = source
  const when = nextCheckAt ? sayWhen({ startAt: nextCheckAt }, saying) : null
  if (isLocked)
    return (
      <Notice>
        <p>{t('locked')}</p>
      </Notice>
    )
  if (lastReading?.outcome === 'failed') {
    const what = sayFailure(lastReading)
    return (
      <Notice tone="warning">
        <p>{when === null ? t('failed', { what }) : t('failing', { what, when })}</p>
      </Notice>
    )
  }
  if (address === null) return <p className="text-sm text-muted">{t('asFiles')}</p>
  return (
    <p className="text-sm text-muted">
      {when === null ? t('notChecked') : t('checked', { pace: `m${checkMinutes}`, when })}
    </p>
  )
}
