import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlanScreen } from '@/components/planning/plan/plan-screen'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { sayDay } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('plan')]
  return { title: `${t('title')} · ${isolated(conference.name)}` }
}

/** What I picked, from this device's own store: the page itself is the same for everyone. */
export default async function PlanPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const { days } = await loadAgendaOf(conference)
  const language = await getLocale()
  return (
    <ConferenceShell conference={conference} place="plan">
      <PlanScreen
        conference={{ id: conference.id, slug: conference.slug, name: conference.name }}
        days={days.map((date) => ({ date, label: sayDay(date, language) }))}
      />
    </ConferenceShell>
  )
}
