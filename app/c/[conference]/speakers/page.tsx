import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SpeakersScreen } from '@/components/parts/speakers-screen'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { sliceNothing } from '@/lib/program/agenda-day'
import { listSpeakers } from '@/lib/program/part-list'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('parts')]
  return { title: `${t('title.speakers')} · ${isolated(conference.name)}` }
}

/** Everybody who speaks. */
export default async function SpeakersPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const agenda = await loadAgendaOf(conference)
  return (
    <ConferenceShell conference={conference} place="schedule">
      <SpeakersScreen initial={sliceNothing(agenda)} speakers={listSpeakers(agenda)} />
    </ConferenceShell>
  )
}
