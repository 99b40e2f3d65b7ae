import { useTranslations } from 'next-intl'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { useIsGone } from '@/lib/program/device/gone-here'
import type { StepRefusal } from './use-desk'

const reasons = [...refusalsOfAsker, 'NOT_FOUND', 'INVALID', 'sessions-gone', 'conference-gone'] as const

/** So many sessions of a step are named. */
const MOST_NAMED = 6

type Props = {
  slug: string
  isOffline: boolean
  isStale: boolean
  /** Steps that the server does not have. */ waiting: number
  /** They outlast the page. */ isKept: boolean
  /** Steps that were not kept, until they are dismissed. */ refusals: readonly StepRefusal[]
  dismiss: (id: string) => void
  /** What was done led to, where the board does not show it. */ news: string | null
  onRead: () => void
  /** Somebody took hold of what is not theirs to move. */ isRefused: boolean
}

/** What stands between this page and the draft that others see. */
export function BoardNotices({
  slug,
  isOffline,
  isStale,
  waiting,
  isKept,
  refusals,
  dismiss,
  isRefused,
  news,
  onRead,
}: Props) {
  const t = useTranslations('manage.board')
  const isGone = useIsGone(slug)
  // Of all that may be missing it is the conference then, not what was moved.
  const why = (reason: string) => (isGone && reason === 'NOT_FOUND' ? 'conference-gone' : reason)
  return (
    <>
      {isOffline && waiting > 0 ? (
        <Notice tone="warning" live>
          <p>{t(isKept ? 'offlineKept' : 'offline', { count: waiting })}</p>
        </Notice>
      ) : isStale ? (
        <Notice tone="warning" live>
          <p>{t('stale')}</p>
        </Notice>
      ) : null}
      {news ? (
        <Notice key={news} live>
          <p>{news}</p>
          <div>
            <Button onClick={onRead}>{t('dismiss')}</Button>
          </div>
        </Notice>
      ) : null}
      {isRefused ? (
        <Notice tone="warning" live>
          <p>{t('notYours')}</p>
        </Notice>
      ) : null}
      {refusals.map(({ id, reason, titles }) => (
        <Notice key={id} tone="danger" live>
          <p>{t('refused', { reason: t(`reason.${knownReason(reasons, why(reason), 'INVALID')}`) })}</p>
          <p>
            <Facts
              of={[
                ...titles.slice(0, MOST_NAMED),
                titles.length > MOST_NAMED && t('more', { count: titles.length - MOST_NAMED }),
              ]}
            />
          </p>
          <div>
            <Button onClick={() => dismiss(id)}>{t('dismiss')}</Button>
          </div>
        </Notice>
      ))}
    </>
  )
}
