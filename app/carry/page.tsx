import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { TakeParcel } from '@/components/notes/carry/take-parcel'
import { DeviceHeader } from '@/components/people/device-header'
import { Page } from '@/components/ui/page'

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('notes'))('carry.takeTitle'),
    robots: { index: false },
    referrer: 'no-referrer',
  }
}

/** Where the link of a parcel leads. What it names is in the fragment, which the server never sees. */
export default async function CarryPage() {
  const [t, { notes }] = [await getTranslations('notes'), await getMessages()]
  return (
    <>
      <DeviceHeader />
      <Page title={t('carry.takeTitle')} lead={t('carry.takeLead')}>
        <NextIntlClientProvider messages={{ notes }}>
          <TakeParcel />
        </NextIntlClientProvider>
      </Page>
    </>
  )
}
