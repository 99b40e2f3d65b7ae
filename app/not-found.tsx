import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { StillHere } from '@/components/offline/still-here'
import { Page } from '@/components/ui/page'
import { ButtonLink } from '@/components/ui/button'
import { getViewer } from '@/lib/people/server/viewer'

/** What does not exist, or may not be seen by whoever asks: the same answer for both. */
export default async function NotFound() {
  const [t, { local }, viewer] = [await getTranslations('shell'), await getMessages(), await getViewer()]
  return (
    <Page title={t('notFound')} lead={t('notFoundWhy')}>
      <p className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href="/">
          {t('conferences')}
        </ButtonLink>
        {/* Whoever is signed in sees there as whom. */}
        {viewer.kind === 'guest' ? (
          <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
        ) : (
          <ButtonLink href="/settings">{t('settings')}</ButtonLink>
        )}
      </p>
      <NextIntlClientProvider messages={{ local }}>
        <StillHere />
      </NextIntlClientProvider>
    </Page>
  )
}
