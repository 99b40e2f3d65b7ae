import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlainHeader } from '@/components/people/plain-header'
import { RecapRows } from '@/components/recaps/recap-rows'
import { Page } from '@/components/ui/page'
import { sayDay } from '@/lib/i18n/dates'
import { loadStrayRecaps } from '@/lib/recaps/server/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recaps'))('stray') }
}

/** My recaps of conferences that were deleted: drafts and what is published go on. */
export default async function StrayRecapsPage() {
  const recaps = await loadStrayRecaps()
  const [t, language] = [await getTranslations('recaps'), await getLocale()]
  return (
    <>
      <PlainHeader />
      <Page title={t('stray')} lead={t('strayLead')}>
        {recaps.length === 0 ? <p>{t('none')}</p> : null}
        <RecapRows
          recaps={recaps}
          addressOf={(id) => `/recaps/${id}`}
          sayChanged={(at) => sayDay(at.toISOString().slice(0, 10), language)}
        />
      </Page>
    </>
  )
}
