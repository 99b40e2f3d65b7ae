import { useTranslations } from 'next-intl'
import { SessionNotes } from '@/components/notes/write/session-notes'
import { SessionScreen } from '@/components/schedule/session-screen'
import { SessionText } from '@/components/schedule/session-text'
import { useDescriptions } from '@/components/schedule/use-descriptions'
import { Page } from '@/components/ui/page'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { sessionsBeside } from '@/lib/program/agenda-day'

/** A session's page, from this device's own copy of the programme. */
export function LocalSession({ agenda, number }: { agenda: Agenda; number: number }) {
  const t = useTranslations('local')
  const descriptions = useDescriptions(agenda.conference.slug, true)
  const session = agenda.sessions.find((candidate) => candidate.number === number)
  const { id, slug, name, timeZone } = agenda.conference
  if (!session)
    return (
      <Page title={t('noSession')}>
        <a className="text-accent underline underline-offset-4" href={pageAddress(agenda.conference.slug, 'schedule')}>
          {agenda.conference.name}
        </a>
      </Page>
    )
  return (
    <main id="main" className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-4">
      <SessionScreen
        initial={agenda}
        sessionId={session.id}
        text={<SessionText text={descriptions.get(session.id)} language={session.language} />}
        notes={<SessionNotes conference={{ id, slug, name, timeZone }} agenda={agenda} sessionId={session.id} />}
        around={sessionsBeside(agenda, session)}
      />
    </main>
  )
}
