import type { Metadata } from 'next'
import { getMessages } from 'next-intl/server'
import { SessionNotes } from '@/components/notes/write/session-notes'
import { SessionScreen } from '@/components/schedule/session-screen'
import { SessionText } from '@/components/schedule/session-text'
import { JsonLd } from '@/components/feeds/json-ld'
import { MoreWords } from '@/components/shared/more-words'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { sessionJsonLd } from '@/lib/feeds/json-ld'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { sessionsBeside, sliceSession } from '@/lib/program/agenda-day'
import { loadAgendaOf, loadConference, loadSession } from '@/lib/schedule/loaders'
import { isolated } from '@/lib/platform/bidi'
import { shorten } from '@/lib/platform/clean-text'
import { pageAddress } from '@/lib/program/addresses'

type Props = { params: Promise<{ conference: string; session: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conference: slug, session: address } = await params
  const conference = await loadConference(slug)
  const session = await loadSession(conference.id, address)
  const canonical = `${publicUrl(readEnvironment())}${pageAddress(conference.slug, 'session', session.slug)}`
  return {
    title: isolated(session.title),
    description: session.description ? isolated(shorten(session.description, 200)) : undefined,
    alternates: { canonical, types: { 'text/calendar': `${canonical}.ics` } },
  }
}

/** Everything about one session, and what to do about it. */
export default async function SessionPage({ params }: Props) {
  const { conference: of, session: address } = await params
  const conference = await loadConference(of)
  const { id, slug, name, timeZone } = conference
  const session = await loadSession(id, address)
  const agenda = await loadAgendaOf(conference)
  const listed = agenda.sessions.find(({ id }) => id === session.id)
  const slice = sliceSession(agenda, session.id)
  const { notes } = await getMessages()
  return (
    <ConferenceShell conference={conference} place="schedule" session={session.slug}>
      <main id="main" className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-4">
        <SessionScreen
          initial={slice}
          sessionId={session.id}
          sourceUrl={session.url}
          text={<SessionText text={session.description} language={session.language} />}
          notes={
            <MoreWords messages={{ notes }}>
              <SessionNotes conference={{ id, slug, name, timeZone }} agenda={slice} sessionId={session.id} />
            </MoreWords>
          }
          around={sessionsBeside(agenda, session)}
        />
        {listed ? (
          <JsonLd
            json={sessionJsonLd(agenda, { ...listed, description: session.description }, publicUrl(readEnvironment()))}
          />
        ) : null}
      </main>
    </ConferenceShell>
  )
}
