import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AnyNote } from '@/components/notes/write/any-note'
import { DeviceHeader } from '@/components/people/device-header'

const noteIdSchema = z.uuid()

export async function generateMetadata(): Promise<Metadata> {
  // The note's own words are on the device only.
  return { title: (await getTranslations('notes'))('unnamed') }
}

/** One note of mine at an address that needs no conference. Whether there is one only my device knows. */
export default async function AnyNotePage({ params }: { params: Promise<{ note: string }> }) {
  const noteId = noteIdSchema.safeParse((await params).note)
  if (!noteId.success) notFound()
  const { notes } = await getMessages()
  return (
    <>
      <DeviceHeader />
      <NextIntlClientProvider messages={{ notes }}>
        <AnyNote noteId={noteId.data} />
      </NextIntlClientProvider>
    </>
  )
}
