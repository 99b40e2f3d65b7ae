import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { AllNotesScreen } from '@/components/notes/list/all-notes-screen'
import { DeviceHeader } from '@/components/people/device-header'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notes'))('all.title') }
}

/** All my notes, of every conference, from this device's own store: the page itself is the same for everyone. */
export default async function AllNotesPage() {
  const { notes } = await getMessages()
  return (
    <>
      <DeviceHeader />
      <NextIntlClientProvider messages={{ notes }}>
        <AllNotesScreen />
      </NextIntlClientProvider>
    </>
  )
}
