import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { pageAddress } from '@/lib/program/addresses'

/** For whoever reads without scripts, where a screen cannot do without: what can. */
export function NeedsScripts({ conference }: { conference: string }) {
  const t = useTranslations('plan')
  return (
    <div className="hidden noscript:block">
      <Notice>
        <p>{t('noScript')}</p>
        <p>
          <ButtonLink variant="primary" href={pageAddress(conference, 'schedule')}>
            {t('openSchedule')}
          </ButtonLink>
        </p>
      </Notice>
    </div>
  )
}
