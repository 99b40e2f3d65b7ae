import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ColocatedScreen } from '@/components/parts/colocated-screen'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { sliceNothing } from '@/lib/program/agenda-day'
import { listColocatedEvents } from '@/lib/program/part-list'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('parts')]
  return { title: `${t('title.colocatedEvents')} · ${isolated(conference.name)}` }
}

/** The co-located events: when, where, and with which pass. */
export default async function ColocatedEventsPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const agenda = await loadAgendaOf(conference)
  return (
    <ConferenceShell conference={conference} place="schedule">
      <ColocatedScreen initial={sliceNothing(agenda)} events={listColocatedEvents(agenda)} />
    </ConferenceShell>
  )
}
