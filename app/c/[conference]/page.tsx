import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { NowScreen } from '@/components/planning/now-screen'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { sayDay } from '@/lib/i18n/dates'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadConference((await params).conference)).name }
}

/** What is on now, what is next, and when to leave. */
export default async function NowPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const { days } = await loadAgendaOf(conference)
  const language = await getLocale()
  return (
    <ConferenceShell conference={conference} place="now">
      <NowScreen conference={{ id: conference.id, slug: conference.slug, name: conference.name }} days={days.map((date) => ({ date, label: sayDay(date, language) }))} />
    </ConferenceShell>
  )
}
