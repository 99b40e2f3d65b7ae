import { getTranslations } from 'next-intl/server'
import { PlainHeader } from '@/components/people/plain-header'
import { WayBack } from '@/components/shell/way-back'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { getViewer } from '@/lib/people/server/viewer'

/** To whoever sees a conference and may not manage it: who may, as whom they are here, and the way back. */
export default async function Forbidden() {
  const [t, viewer] = [await getTranslations('shell'), await getViewer()]
  return (
    <>
      <PlainHeader />
      <Page title={t('notYours')} lead={t('notYoursWhy')}>
        {viewer.kind === 'user' ? <p className="text-muted">{t('signedInAs', { email: viewer.email })}</p> : null}
        <p className="flex flex-wrap gap-3">
          <WayBack words={{ back: t('back'), conference: t('toConference'), conferences: t('conferences') }} />
          <ButtonLink href="/sign-in">{t('signInAgain')}</ButtonLink>
        </p>
      </Page>
    </>
  )
}
