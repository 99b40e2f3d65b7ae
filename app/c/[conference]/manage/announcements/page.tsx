import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { AnnouncementFields } from '@/components/rooms/announcement-fields'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import { now as clock } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { announceAction, withdrawAnnouncementAction } from '@/lib/rooms/server/actions'
import { listAnnounced } from '@/lib/rooms/server/announce'
import type { Agenda } from '@/lib/program/agenda'
import { loadAgendaOf, loadConferenceFor } from '@/lib/schedule/loaders'

/** What is announced: to everybody, to a room, to those who picked a session; and what was, to take it back. */
export default async function AnnouncementsPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'editConference', pageAddress(slug, 'managed', 'announcements'))
  const [t, language, { announcements, manage }] = [
    await getTranslations('announcements'),
    await getLocale(),
    await getMessages(),
  ]
  const [agenda, announced] = [await loadAgendaOf(conference), await listAnnounced(database(), conference.id)]
  const sayTime = (at: Date) => sayWhen({ startAt: at }, { timeZone: conference.timeZone, language })
  return (
    <ManageShell conference={conference} section="announcements">
      <NextIntlClientProvider messages={{ announcements, manage }}>
        <p className="text-muted">{t('lead')}</p>
        <Card>
          {/* A new form after each announcement: the text of the last one would be sent twice. */}
          <ActionForm
            key={announced[0]?.id ?? ''}
            action={announceAction}
            values={{ conference: slug }}
            submit={t('announce')}
          >
            <AnnouncementFields
              language={conference.language}
              rooms={agenda.rooms}
              sessions={standingSessions(agenda, clock(), language)}
            />
          </ActionForm>
        </Card>
        {announced.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
        <ul className="grid gap-2">
          {announced.map(({ id, body, language: written, room, session, user, createdAt, withdrawnAt }) => (
            <li key={id} className="grid gap-2 rounded-xl border border-line bg-raised p-4">
              <p
                dir="auto"
                lang={written}
                className={`whitespace-pre-line break-words ${withdrawnAt ? 'text-muted line-through' : 'font-medium'}`}
              >
                {settleBidi(body)}
              </p>
              <p className="text-sm text-muted">
                <Facts
                  of={[
                    room
                      ? t('toRoom', { name: isolated(room.name) })
                      : session
                        ? t('toPicked', { name: isolated(session.title) })
                        : t('everybody'),
                    sayTime(createdAt),
                    user?.name ?? user?.email ?? '',
                    withdrawnAt ? t('withdrawn', { time: sayTime(withdrawnAt) }) : '',
                  ]}
                />
              </p>
              {withdrawnAt ? null : (
                <ActionForm
                  action={withdrawAnnouncementAction}
                  values={{ conference: slug, announcement: id }}
                  submit={t('withdraw')}
                  danger
                />
              )}
            </li>
          ))}
        </ul>
      </NextIntlClientProvider>
    </ManageShell>
  )
}

/** The sessions that are not over, each with its day and time. */
function standingSessions(
  { sessions, conference: { timeZone } }: Agenda,
  now: Date,
  language: string,
): { id: string; name: string }[] {
  const standing = sessions.filter(
    ({ startAt, endAt, status }) => status !== 'cancelled' && startAt && Date.parse(endAt ?? startAt) > now.getTime(),
  )
  return standing.map(({ id, title, dayOn, startAt }) => ({
    id,
    name: `${sayWhen({ startAt, dayOn }, { timeZone, language })} ${isolated(title)}`,
  }))
}
