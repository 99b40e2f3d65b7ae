import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import type { Doubts, UnfinishedIn } from '@/lib/recaps/doubts'

type Props = Doubts & {
  /** Where what is unfinished stands, in the same order; null: not in what this screen shows. */
  places: readonly UnfinishedIn[] | null
  onGoTo: (found: UnfinishedIn) => void
}

/** What everybody would read that its author may not want them to, each with the way to it. */
export function PublishDoubts({ isEmpty, unfinished, privateConference, missingPhotos, places, onGoTo }: Props) {
  const t = useTranslations('recaps')
  return (
    <Notice tone="warning" live>
      {isEmpty ? <p>{t('isEmpty')}</p> : null}
      {unfinished.length > 0 ? (
        <>
          <p>{t('unfinished', { count: unfinished.length })}</p>
          <ul>
            {unfinished.map((written, index) => {
              const place = places?.[index]
              return (
                <li key={`${index} ${written}`} className="flex items-center justify-between gap-3">
                  <bdi className="min-w-0 break-words">{written}</bdi>
                  {place ? (
                    <Button
                      variant="text"
                      className="shrink-0"
                      aria-label={t('goTo', { written: isolated(written) })}
                      onClick={() => onGoTo(place)}
                    >
                      {t('goToIt')}
                    </Button>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </>
      ) : null}
      {missingPhotos ? <p>{t('missingPhotos', { count: missingPhotos })}</p> : null}
      {privateConference ? (
        <p>
          {t.rich(privateConference.isNamed ? 'namesPrivate' : 'ofPrivate', {
            name: () => <bdi>{privateConference.name}</bdi>,
          })}
        </p>
      ) : null}
    </Notice>
  )
}
