import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { NotesPlace } from '@/components/notes/list/notes-places'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('notes')]
  return { title: `${t('title')} · ${isolated(conference.name)}` }
}

/** My notes, from this device's own store: the page itself is the same for everyone. */
export default async function NotesPage({ params }: Props) {
  const { id, slug, name, timeZone } = await loadConference((await params).conference)
  const { notes } = await getMessages()
  return (
    <ConferenceShell conference={{ id, slug, name }} place="notes">
      <NextIntlClientProvider messages={{ notes }}>
        <NotesPlace conference={{ id, slug, name, timeZone }} />
      </NextIntlClientProvider>
    </ConferenceShell>
  )
}
