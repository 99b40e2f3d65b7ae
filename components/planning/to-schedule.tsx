import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { pageAddress } from '@/lib/program/addresses'

/** Says why there is nothing of mine to read here, and leads to the schedule. */
export function ToSchedule({ conference, why }: { conference: string; why: 'empty' | 'noScript' }) {
  const t = useTranslations('plan')
  return (
    <Notice>
      <p>{t(why)}</p>
      <p>
        <ButtonLink variant="primary" href={pageAddress(conference, 'schedule')}>
          {t('openSchedule')}
        </ButtonLink>
      </p>
    </Notice>
  )
}
