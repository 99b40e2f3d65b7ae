import { useTranslations } from 'next-intl'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'
import { Notice } from '@/components/ui/notice'
import { fetchFailures } from '@/lib/platform/http/fetch-failure'
import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'
import { canApply } from './can-apply'

type Props = { shown: BringInPreview | null; failure: string | null; isStale: boolean }

/** Why it cannot be let in, what has to be said first, or why there is nothing to see. */
export function ReasonNotice({ shown, failure, isStale }: Props) {
  const t = useTranslations('bringIn')
  const said = [failure === 'name-needed' ? null : failure, shown?.reason ?? null].filter((reason) => reason !== null)
  return (
    <>
      {[...new Set(said)].map((reason) => (
        <Notice key={reason} tone={reason !== failure && canApply(shown) ? 'warning' : 'danger'} live>
          <p data-answer={shown ? undefined : ''} tabIndex={shown ? undefined : -1}>
            {t(`reason.${knownReason(reasons, reason, 'UNAVAILABLE')}`)}
          </p>
        </Notice>
      ))}
      {isStale && said.length === 0 ? (
        <Notice live>
          <p>{t('stale')}</p>
        </Notice>
      ) : null}
    </>
  )
}

const reasons = [
  ...refusalsOfAsker,
  'UNAVAILABLE',
  'INVALID',
  'nothing-given',
  ...fetchFailures,
  'unknown-format',
  'nothing-usable',
  'time-zone-needed',
  'which-source',
  'which-format',
  'guarded',
  'answer-needed',
  'too-slow',
  'other-than-seen',
  'name-needed',
  'unheard',
] as const
