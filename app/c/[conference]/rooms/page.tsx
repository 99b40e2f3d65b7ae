import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RoomsScreen } from '@/components/rooms/rooms-screen'
import { RoomsUnscripted } from '@/components/rooms/rooms-unscripted'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference((await params).conference)
  return { title: `${(await getTranslations('rooms'))('title')} · ${isolated(conference.name)}` }
}

/** How full the rooms are. */
export default async function RoomsPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  return (
    <ConferenceShell conference={conference} place="rooms">
      <RoomsScreen conference={{ id: conference.id, slug: conference.slug, name: conference.name }}>
        <RoomsUnscripted conference={conference.slug} rooms={(await loadAgendaOf(conference)).rooms} />
      </RoomsScreen>
    </ConferenceShell>
  )
}
