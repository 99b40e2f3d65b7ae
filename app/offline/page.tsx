import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/ui/page'

/** Shown by the service worker for a page that this device has not kept. */
export default async function OfflinePage() {
  const t = await getTranslations('shell')
  return (
    <Page title={t('offline')} lead={t('offlineWhy')}>
      <ul className="list-disc pl-5">
        <li>{t('offlineOpen')}</li>
        <li>{t('offlinePicks')}</li>
      </ul>
    </Page>
  )
}
