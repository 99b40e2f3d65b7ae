import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Doubts } from '@/lib/recaps/server/publish'

/** What everybody would read that its author may not want them to, and whether it is published all the same. */
export function PublishDoubts({
  isEmpty,
  unfinished,
  privateConference,
  disabled,
  onLeave,
}: Doubts & { disabled: boolean; onLeave: () => void }) {
  const t = useTranslations('recaps')
  return (
    <Notice tone="warning" live>
      {isEmpty ? <p>{t('isEmpty')}</p> : null}
      {unfinished.length > 0 ? (
        <>
          <p>{t('unfinished', { count: unfinished.length })}</p>
          <ul className="list-disc pl-6">
            {unfinished.map((written, index) => (
              <li key={`${index} ${written}`}>
                <bdi>{written}</bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {privateConference ? (
        <p>
          {t.rich(privateConference.isNamed ? 'namesPrivate' : 'ofPrivate', {
            name: () => <bdi>{privateConference.name}</bdi>,
          })}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <Button type="submit" name="evenSo" variant="primary" disabled={disabled}>
          {t('publishEvenSo')}
        </Button>
        <Button onClick={onLeave}>{t('writeOn')}</Button>
      </p>
    </Notice>
  )
}
