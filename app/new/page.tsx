import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { BringInForm } from '@/components/manage/bring-in/bring-in-form'
import { PlainHeader } from '@/components/people/plain-header'
import { Page } from '@/components/ui/page'
import { getViewer } from '@/lib/people/server/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bringIn'))('title') }
}

/** Anyone signed in may bring a conference in; it is private until they say otherwise. */
export default async function NewConferencePage() {
  const viewer = await getViewer()
  if (viewer.kind === 'guest') redirect('/sign-in?to=%2Fnew')
  const [t, { bringIn, problems, session }] = [await getTranslations('bringIn'), await getMessages()]
  return (
    <NextIntlClientProvider messages={{ bringIn, problems, session }}>
      <PlainHeader />
      <Page title={t('title')}>
        <BringInForm />
      </Page>
    </NextIntlClientProvider>
  )
}
