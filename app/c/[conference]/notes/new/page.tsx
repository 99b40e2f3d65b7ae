import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { NotePlace } from '@/components/notes/list/notes-places'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('notes')]
  return { title: `${t('new')} · ${isolated(conference.name)}` }
}

/** A note of its own, which its first letter makes: opening the address makes none. */
export default async function NewNotePage({ params }: Props) {
  const { id, slug, name, timeZone } = await loadConference((await params).conference)
  const { notes } = await getMessages()
  return (
    <ConferenceShell conference={{ id, slug, name }} place="notes" isWriting>
      <NextIntlClientProvider messages={{ notes }}>
        <NotePlace conference={{ id, slug, name, timeZone }} noteId={null} />
      </NextIntlClientProvider>
    </ConferenceShell>
  )
}
