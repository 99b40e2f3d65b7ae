import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlainHeader } from '@/components/people/plain-header'
import { PrivacyWords } from '@/components/people/privacy-words'
import { Page } from '@/components/ui/page'
import { isLanguage } from '@/lib/i18n/languages'
import { readPrivacyNotice } from '@/lib/people/server/privacy-notice'
import { readEnvironment } from '@/lib/platform/env'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('title') }
}

/** What this installation keeps of people, and who answers for it. */
export default async function PrivacyPage() {
  const [t, locale] = [await getTranslations('privacy'), await getLocale()]
  const notice = await readPrivacyNotice(readEnvironment(), isLanguage(locale) ? locale : 'en')
  return (
    <>
      <PlainHeader />
      <Page title={t('title')} lead={t('lead')}>
        <PrivacyWords notice={notice} />
      </Page>
    </>
  )
}
