import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { DoorCards } from '@/components/rooms/door-cards'
import { StewardLinkForm } from '@/components/rooms/steward-link-form'
import { Card } from '@/components/ui/card'
import { settleBidi } from '@/lib/platform/bidi'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { revokeStewardLinkAction } from '@/lib/rooms/server/actions'
import { listStewardLinks } from '@/lib/rooms/server/steward-links'
import { loadConferenceFor, loadRooms } from '@/lib/schedule/loaders'

/** The links with which stewards count at rooms' doors, without an account. */
export default async function StewardsPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'editConference', pageAddress(slug, 'managed', 'stewards'))
  const [t, { stewards, manage }] = [await getTranslations('stewards'), await getMessages()]
  const [rooms, links] = [await loadRooms(conference.id), await listStewardLinks(database(), conference.id)]
  return (
    <ManageShell conference={conference} section="stewards">
      <NextIntlClientProvider messages={{ stewards, manage }}>
        <p className="text-muted">{t('lead')}</p>
        {rooms.length === 0 ? (
          <p>{t('noRooms')}</p>
        ) : (
          <Card>
            <StewardLinkForm conference={slug} rooms={rooms.map(({ id, name }) => ({ id, name }))} />
          </Card>
        )}
        <DoorCards
          conference={{ slug, name: conference.name }}
          doors={rooms.filter(({ moves }) => moves.stewardLinks === 0).length}
        />
        <ul className="grid gap-2">
          {links.map(({ id, name, room }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-4"
            >
              <p dir="auto">
                <span className="font-semibold">{settleBidi(room.name)}</span>{' '}
                <span className="text-muted">{settleBidi(name)}</span>
              </p>
              <ActionForm
                action={revokeStewardLinkAction}
                values={{ conference: slug, link: id }}
                submit={t('revoke')}
                danger
                confirm={t('revokeAsk', { name })}
              />
            </li>
          ))}
        </ul>
      </NextIntlClientProvider>
    </ManageShell>
  )
}
