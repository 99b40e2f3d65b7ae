import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import { SessionNotes } from '@/components/notes/write/session-notes'
import { SessionScreen } from '@/components/schedule/session-screen'
import { SessionText } from '@/components/schedule/session-text'
import { JsonLd } from '@/components/feeds/json-ld'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { sayDay } from '@/lib/i18n/dates'
import { sessionJsonLd } from '@/lib/feeds/json-ld'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { sliceSession } from '@/lib/program/agenda-day'
import { loadAgendaOf, loadConference, loadSession } from '@/lib/schedule/loaders'
import { isolated } from '@/lib/platform/bidi'
import { shorten } from '@/lib/platform/clean-text'
import { pageAddress } from '@/lib/program/addresses'

type Props = { params: Promise<{ conference: string; session: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conference: slug, session: address } = await params
  const conference = await loadConference(slug)
  const session = await loadSession(conference.id, address)
  return {
    title: isolated(session.title),
    description: session.description ? isolated(shorten(session.description, 200)) : undefined,
    alternates: {
      canonical: `${publicUrl(readEnvironment())}${pageAddress(conference.slug, 'session', session.slug)}`,
    },
  }
}

/** Everything about one session, and what to do about it. */
export default async function SessionPage({ params }: Props) {
  const { conference: slug, session: address } = await params
  const conference = await loadConference(slug)
  const session = await loadSession(conference.id, address)
  const agenda = await loadAgendaOf(conference)
  const listed = agenda.sessions.find(({ id }) => id === session.id)
  const slice = sliceSession(agenda, session.id)
  const { notes } = await getMessages()
  return (
    <ConferenceShell conference={conference} place="schedule">
      <main id="main" className="mx-auto grid max-w-3xl gap-5 px-4 py-4">
        <SessionScreen
          initial={slice}
          sessionId={session.id}
          dayLabel={sayDay(session.dayOn, await getLocale(), 'long')}
          sourceUrl={session.url}
        />
        <SessionText text={session.description} language={session.language} />
        <NextIntlClientProvider messages={{ notes }}>
          <SessionNotes
            conference={{
              id: conference.id,
              slug: conference.slug,
              name: conference.name,
              timeZone: conference.timeZone,
            }}
            agenda={slice}
            sessionId={session.id}
          />
        </NextIntlClientProvider>
        {listed ? (
          <JsonLd
            json={sessionJsonLd(agenda, { ...listed, description: session.description }, publicUrl(readEnvironment()))}
          />
        ) : null}
      </main>
    </ConferenceShell>
  )
}
