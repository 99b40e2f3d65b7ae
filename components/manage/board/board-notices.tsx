import { useTranslations } from 'next-intl'
import { knownReason } from '@/components/shared/known-reason'
import { Notice } from '@/components/ui/notice'
import type { BoardSession } from '@/lib/desk/board/board'
import type { Overtaken } from '@/lib/desk/board/server/move-on-board'
import { isolated } from '@/lib/platform/bidi'
import type { BoardWords } from './use-board-words'

const reasons = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID', 'RATE_LIMITED', 'sessions-gone'] as const

type Props = {
  isOffline: boolean
  isStale: boolean
  /** Steps that the server does not have. */ waiting: number
  refusal: string | null
  overtaken: readonly Overtaken[]
  published: ReadonlyMap<string, BoardSession>
  words: BoardWords
}

/** What stands between this page and the draft that others see. */
export function BoardNotices({ isOffline, isStale, waiting, refusal, overtaken, published, words }: Props) {
  const t = useTranslations('manage.board')
  return (
    <>
      {isOffline && waiting > 0 ? (
        <Notice tone="warning" live>
          <p>{t('offline', { count: waiting })}</p>
        </Notice>
      ) : isStale ? (
        <Notice tone="warning" live>
          <p>{t('stale')}</p>
        </Notice>
      ) : null}
      {refusal ? (
        <Notice tone="danger" live>
          <p>{t('refused', { reason: t(`reason.${knownReason(reasons, refusal, 'INVALID')}`) })}</p>
        </Notice>
      ) : null}
      {overtaken.map(({ sessionId, place, by }) => (
        <Notice key={sessionId} tone="warning" live>
          <p>
            {t('overtaken', {
              title: isolated(published.get(sessionId)?.title ?? t('drawn')),
              who: isolated(by ?? t('somebody')),
              place: words.place(place),
            })}
          </p>
        </Notice>
      ))}
    </>
  )
}
