import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { SecretSign } from '@/components/rooms/sign/secret-sign'
import { database } from '@/lib/platform/db'
import { findSign } from '@/lib/rooms/server/sign-links'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sign'))('atDoor'), robots: { index: false }, referrer: 'no-referrer' }
}

/** One room's sign, for whatever screen has its secret address: a tablet at the door of a private conference. */
export default async function SecretSignPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params
  if (!(await findSign(database(), secret))) notFound()
  const { sign, rooms, roomState } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ sign, rooms, roomState }}>
      <SecretSign secret={secret} />
    </NextIntlClientProvider>
  )
}
