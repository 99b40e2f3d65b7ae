import { getLocale, getTranslations } from 'next-intl/server'
import { NameFinder } from '@/components/manage/name-finder'
import { ManageShell } from '@/components/manage/manage-shell'
import { AsTable } from '@/components/manage/tables/as-table'
import { TablePage } from '@/components/manage/tables/table-page'
import { SessionFields } from '@/components/manage/session-fields'
import { SessionForm } from '@/components/manage/session-form'
import { Card } from '@/components/ui/card'
import { DOT } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { pageAddress } from '@/lib/program/addresses'
import { addSessionAction } from '@/lib/schedule/edit/actions'
import { loadAgendaOf, loadConferenceFor, loadEditable, loadRooms } from '@/lib/schedule/loaders'

type Props = {
  params: Promise<{ conference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** All sessions, to find one and correct it, and a form to add one by hand. */
export default async function SessionsPage({ params, searchParams }: Props) {
  const [{ conference: slug }, { as }] = [await params, await searchParams]
  const conference = await loadConferenceFor(slug, 'editSessions', pageAddress(slug, 'managed', 'sessions'))
  if (as === 'table') return <TablePage conference={conference} kind="sessions" />
  const [t, words, language] = [await getTranslations('manage'), await getTranslations('session'), await getLocale()]
  const [agenda, rooms, { isTheirs, ...choice }] = await Promise.all([
    loadAgendaOf(conference),
    loadRooms(conference.id),
    loadEditable(conference.id),
  ])
  const rows = agenda.sessions.filter(isTheirs).map((session) => ({
    id: session.id,
    href: pageAddress(slug, 'managedSession', session.slug),
    title: session.title,
    facts: [
      sayWhen({ startAt: session.startAt, dayOn: session.dayOn }, { timeZone: conference.timeZone, language }),
      session.startAt ? '' : words('toBeAnnounced'),
      session.status === 'cancelled' ? words('cancelled') : '',
    ]
      .filter(Boolean)
      .join(DOT),
  }))
  return (
    <ManageShell conference={conference} section="sessions">
      <AsTable conference={slug} kind="sessions" />
      <Card>
        <details>
          <summary className="flex min-h-11 items-center text-lg font-semibold">{t('addSession')}</summary>
          <p className="pb-3 text-muted">{t('savedLive')}</p>
          <SessionForm
            action={addSessionAction}
            values={{ conference: slug }}
            conference={conference}
            submit={t('addSession')}
          >
            <SessionFields conference={conference} rooms={rooms} {...choice} day={agenda.days[0]} />
          </SessionForm>
        </details>
      </Card>
      {rows.length === 0 ? (
        <p className="text-muted">{t('noSessions')}</p>
      ) : (
        <NameFinder label={t('search')} rows={rows} />
      )}
    </ManageShell>
  )
}
