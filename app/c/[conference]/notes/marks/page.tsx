import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { MarksPlace } from '@/components/notes/list/notes-places'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('notes')]
  return { title: `${t('marks')} · ${isolated(conference.name)}` }
}

/** What I marked in my notes, from this device's own store. */
export default async function MarksPage({ params }: Props) {
  const { id, slug, name, timeZone } = await loadConference((await params).conference)
  const { notes } = await getMessages()
  return (
    <ConferenceShell conference={{ id, slug, name }} place="notes">
      <NextIntlClientProvider messages={{ notes }}>
        <MarksPlace conference={{ id, slug, name, timeZone }} />
      </NextIntlClientProvider>
    </ConferenceShell>
  )
}
