import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { DoorCards } from '@/components/rooms/doors/door-cards'
import { DoorSigns } from '@/components/rooms/doors/door-signs'
import { linkName } from '@/components/rooms/doors/link-name'
import { StewardLinkForm } from '@/components/rooms/doors/steward-link-form'
import { Card } from '@/components/ui/card'
import { sayWhen } from '@/lib/i18n/dates'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { revokeSignLinkAction, revokeStewardLinkAction } from '@/lib/rooms/server/actions'
import { lastCountedWith } from '@/lib/rooms/server/last-counts'
import { listSignLinks } from '@/lib/rooms/server/sign-links'
import { listStewardLinks } from '@/lib/rooms/server/steward-links'
import { loadConferenceFor, loadRooms } from '@/lib/schedule/loaders'

/** The links with which stewards count at rooms' doors, without an account. */
export default async function StewardsPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'editConference', pageAddress(slug, 'managed', 'stewards'))
  const [t, { stewards, manage }, language] = [
    await getTranslations('stewards'),
    await getMessages(),
    await getLocale(),
  ]
  const [rooms, links, counted, signs] = [
    await loadRooms(conference.id),
    await listStewardLinks(database(), conference.id),
    await lastCountedWith(database(), conference.id),
    await listSignLinks(database(), conference.id),
  ]
  const lastCount = (at: Date | undefined) =>
    at ? t('countedAt', { when: sayWhen({ startAt: at }, { timeZone: conference.timeZone, language }) }) : t('notYet')
  const signed = new Set(signs.map(({ room }) => room.id))
  const origin = publicUrl(readEnvironment())
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
        {rooms.length > 0 ? (
          <DoorSigns
            conference={{ slug, name: conference.name }}
            open={
              conference.visibility === 'public'
                ? rooms.map((room) => ({
                    id: room.id,
                    room: room.name,
                    address: `${origin}${pageAddress(slug, 'sign', room.slug)}`,
                  }))
                : null
            }
            missing={rooms.filter(({ id }) => !signed.has(id)).length}
          />
        ) : null}
        <ul className="grid gap-2">
          {signs.map(({ id, room, createdAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-4"
            >
              <p dir="auto">
                <span className="font-semibold">{settleBidi(room.name)}</span>{' '}
                <span className="text-muted">
                  {t('signs.listed', {
                    when: sayWhen({ startAt: createdAt }, { timeZone: conference.timeZone, language }),
                  })}
                </span>
              </p>
              <ActionForm
                action={revokeSignLinkAction}
                values={{ conference: slug, link: id }}
                submit={t('revoke')}
                danger
                confirm={t('signs.revokeAsk', { room: isolated(room.name) })}
              />
            </li>
          ))}
          {links.map(({ id, name, room }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-4"
            >
              <p dir="auto">
                <span className="font-semibold">{settleBidi(room.name)}</span>{' '}
                <span className="text-muted">{settleBidi(linkName(name, t('cards.called')))}</span>
                <span className="block text-sm text-muted">{lastCount(counted.get(id))}</span>
              </p>
              <ActionForm
                action={revokeStewardLinkAction}
                values={{ conference: slug, link: id }}
                submit={t('revoke')}
                danger
                confirm={t('revokeAsk', { name: linkName(name, t('cards.called')) })}
              />
            </li>
          ))}
        </ul>
      </NextIntlClientProvider>
    </ManageShell>
  )
}
