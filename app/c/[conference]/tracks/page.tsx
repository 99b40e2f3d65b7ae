import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TracksScreen } from '@/components/parts/tracks-screen'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { sliceNothing } from '@/lib/program/agenda-day'
import { listTracks } from '@/lib/program/part-list'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('parts')]
  return { title: `${t('title.tracks')} · ${isolated(conference.name)}` }
}

/** The tracks of the programme. */
export default async function TracksPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const agenda = await loadAgendaOf(conference)
  return (
    <ConferenceShell conference={conference} place="schedule">
      <TracksScreen initial={sliceNothing(agenda)} tracks={listTracks(agenda)} />
    </ConferenceShell>
  )
}
