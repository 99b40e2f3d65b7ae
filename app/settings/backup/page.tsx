import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { BackupScreen } from '@/components/notes/carry/backup-screen'
import { DeviceHeader } from '@/components/people/device-header'
import { Page } from '@/components/ui/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notes'))('backups.title') }
}

/** A backup of this device's store, for guests, too: the page itself is the same for everyone. */
export default async function BackupPage() {
  const [t, { notes }] = [await getTranslations('notes'), await getMessages()]
  return (
    <>
      <DeviceHeader />
      <Page title={t('backups.title')}>
        <NextIntlClientProvider messages={{ notes }}>
          <BackupScreen />
        </NextIntlClientProvider>
      </Page>
    </>
  )
}
