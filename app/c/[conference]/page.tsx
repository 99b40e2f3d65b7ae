import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { JsonLd } from '@/components/feeds/json-ld'
import { NowScreen } from '@/components/planning/now-screen'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { conferenceJsonLd } from '@/lib/feeds/json-ld'
import { sayDay } from '@/lib/i18n/dates'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { conferenceAddress } from '@/lib/program/conference-address'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'
import { isolated } from '@/lib/platform/bidi'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference((await params).conference)
  const { sessions } = await loadAgendaOf(conference)
  const addressOf = (file: string) => `${publicUrl(readEnvironment())}${conferenceAddress(conference.slug, file)}`
  const types = {
    'application/atom+xml': addressOf('changes.xml'),
    // Without a session there is no calendar.
    ...(sessions.length > 0 && { 'text/calendar': addressOf('schedule.ics') }),
  }
  return { title: isolated(conference.name), alternates: { types } }
}

/** What is on now, what is next, and when to leave. */
export default async function NowPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const agenda = await loadAgendaOf(conference)
  const jsonLd = conferenceJsonLd(agenda, publicUrl(readEnvironment()))
  const language = await getLocale()
  return (
    <ConferenceShell conference={conference} place="now">
      <NowScreen
        conference={{ id: conference.id, slug: conference.slug, name: conference.name }}
        days={agenda.days.map((date) => ({ date, label: sayDay(date, language) }))}
      />
      {jsonLd ? <JsonLd json={jsonLd} /> : null}
    </ConferenceShell>
  )
}
