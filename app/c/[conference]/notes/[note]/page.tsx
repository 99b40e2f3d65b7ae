import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { NotePlace } from '@/components/notes/list/notes-places'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string; note: string }> }

const noteIdSchema = z.uuid()

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('notes')]
  // The note's own words are on the device only.
  return { title: `${t('unnamed')} · ${isolated(conference.name)}` }
}

/** One note of mine. Whether there is one at this address only my device knows. */
export default async function NotePage({ params }: Props) {
  const { conference, note } = await params
  const noteId = noteIdSchema.safeParse(note)
  if (!noteId.success) notFound()
  const { id, slug, name, timeZone } = await loadConference(conference)
  const { notes } = await getMessages()
  return (
    <ConferenceShell conference={{ id, slug, name }} place="notes" isWriting>
      <NextIntlClientProvider messages={{ notes }}>
        <NotePlace conference={{ id, slug, name, timeZone }} noteId={noteId.data} />
      </NextIntlClientProvider>
    </ConferenceShell>
  )
}
