import { useTranslations } from 'next-intl'
import { knownReason } from '@/components/shared/known-reason'
import { Notice } from '@/components/ui/notice'

const reasons = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID', 'RATE_LIMITED', 'sessions-gone'] as const

type Props = {
  isOffline: boolean
  isStale: boolean
  /** Steps that the server does not have. */ waiting: number
  /** They outlast the page. */ isKept: boolean
  refusal: string | null
  /** Somebody took hold of what is not theirs to move. */ isRefused: boolean
  /** Moves the sessions of what they lead. */ isLead: boolean
}

/** What stands between this page and the draft that others see, and whose sessions one moves. */
export function BoardNotices({ isOffline, isStale, waiting, isKept, refusal, isRefused, isLead }: Props) {
  const t = useTranslations('manage.board')
  return (
    <>
      {isLead ? <p className="text-muted">{t('leadHint')}</p> : null}
      {isOffline && waiting > 0 ? (
        <Notice tone="warning" live>
          <p>{t(isKept ? 'offlineKept' : 'offline', { count: waiting })}</p>
        </Notice>
      ) : isStale ? (
        <Notice tone="warning" live>
          <p>{t('stale')}</p>
        </Notice>
      ) : null}
      {isRefused ? (
        <Notice tone="warning" live>
          <p>{t('notYours')}</p>
        </Notice>
      ) : null}
      {refusal ? (
        <Notice tone="danger" live>
          <p>{t('refused', { reason: t(`reason.${knownReason(reasons, refusal, 'INVALID')}`) })}</p>
        </Notice>
      ) : null}
    </>
  )
}
