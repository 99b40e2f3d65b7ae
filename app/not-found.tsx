import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { StillHere } from '@/components/offline/still-here'
import { BlockedNotice } from '@/components/people/blocked-notice'
import { PlainHeader } from '@/components/people/plain-header'
import { WayBack } from '@/components/shell/way-back'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { getBlocked, getViewer } from '@/lib/people/server/viewer'

/** What does not exist, or may not be seen by whoever asks: the same answer for both. */
export default async function NotFound() {
  const [t, { local }, viewer] = [await getTranslations('shell'), await getMessages(), await getViewer()]
  const isBlocked = (await getBlocked()) !== null
  return (
    <>
      <PlainHeader />
      <Page title={t('notFound')} lead={t(viewer.kind === 'guest' ? 'notFoundWhy' : 'notFoundWhySignedIn')}>
        {isBlocked ? <BlockedNotice /> : null}
        {viewer.kind === 'user' ? <p className="text-muted">{t('signedInAs', { email: viewer.email })}</p> : null}
        <p className="flex flex-wrap gap-3">
          <WayBack words={{ back: t('back'), conference: t('toConference'), conferences: t('conferences') }} />
          {viewer.kind === 'guest' && !isBlocked ? (
            <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
          ) : (
            <ButtonLink href="/settings">{t('settings')}</ButtonLink>
          )}
        </p>
        <NextIntlClientProvider messages={{ local }}>
          <StillHere />
        </NextIntlClientProvider>
      </Page>
    </>
  )
}
