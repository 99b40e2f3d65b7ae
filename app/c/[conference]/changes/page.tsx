import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChangesScreen } from '@/components/planning/changes/changes-screen'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('changes')]
  return { title: `${t('title')} · ${isolated(conference.name)}` }
}

/** What changed for me, from this device's own store: the page itself is the same for everyone. */
export default async function ChangesPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  return (
    <ConferenceShell conference={conference} place="plan">
      <ChangesScreen conference={{ id: conference.id, slug: conference.slug }} />
    </ConferenceShell>
  )
}
