import { NextIntlClientProvider } from 'next-intl'
import { z } from 'zod'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { Begin } from '@/components/home/begin'
import { HomeList } from '@/components/home/home-list'
import { DeletedConferences } from '@/components/manage/deleted-conferences'
import { TakenDownConferences } from '@/components/manage/taken-down'
import { PrivacyLink } from '@/components/people/privacy-link'
import { BlockedNotice } from '@/components/people/blocked-notice'
import { RememberViewer } from '@/components/people/remember-viewer'
import { DevicePlace } from '@/components/shell/device-place'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { ViewerName } from '@/components/shell/viewer-name'
import { ButtonLink } from '@/components/ui/button'
import { DOT } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { sayDays } from '@/lib/i18n/dates'
import { listInvitations } from '@/lib/people/server/invitations'
import { getBlocked, getViewer } from '@/lib/people/server/viewer'
import { isolated } from '@/lib/platform/bidi'
import { now } from '@/lib/platform/clock'
import { lineField } from '@/lib/platform/fields'
import { database } from '@/lib/platform/db'
import { dateOn } from '@/lib/platform/time'
import { phaseOf } from '@/lib/program/conference-phase'
import { RECENT_COOKIE, recentOf } from '@/lib/program/recent'
import { listTakenDown } from '@/lib/operating/server/taking-down'
import { loadDeleted } from '@/lib/schedule/loaders'
import { findConferences } from '@/lib/schedule/read/find-conferences'
import { listForHome } from '@/lib/schedule/read/list-conferences'

const homeQuerySchema = z.object({ q: lineField().max(200).catch('') })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The conferences of whoever looks: theirs and what is on first; for a newcomer what Hallway is, and how to begin. */
export default async function HomePage({ searchParams }: Props) {
  const [t, shell, language, { home, manage, device }] = [
    await getTranslations('home'),
    await getTranslations('shell'),
    await getLocale(),
    await getMessages(),
  ]
  const viewer = await getViewer()
  const [{ q }, deleted] = [homeQuerySchema.parse(await searchParams), await loadDeleted()]
  const takenDown = viewer.kind === 'user' ? await listTakenDown(database(), viewer.id) : []
  const waiting = viewer.kind === 'user' ? (await listInvitations(database(), viewer)).length : 0
  const recent = recentOf((await cookies()).get(RECENT_COOKIE)?.value)
  const { lines: listed, isCut } = q
    ? await findConferences(database(), viewer, q)
    : await listForHome(database(), viewer, { recent, now: now() })
  const conferences = listed.map((conference) => ({
    slug: conference.slug,
    name: conference.name,
    facts: [
      conference.firstDay && conference.lastDay ? sayDays(conference.firstDay, conference.lastDay, language) : '',
      conference.venue ? isolated(conference.venue) : '',
      t('sessions', { count: conference.sessions }),
      conference.visibility === 'private' ? t('private') : '',
      conference.demo ? t('demo') : '',
    ]
      .filter(Boolean)
      .join(DOT),
    phase: phaseOf(conference.firstDay, conference.lastDay, dateOn(now(), conference.timeZone)),
    isMine:
      recent.includes(conference.slug) || conference.hasPicks || (conference.role !== 'guest' && !conference.demo),
  }))
  // They are told so once: by the page, or by their device.
  const isBlocked = (await getBlocked()) !== null
  const isNew = q === '' && viewer.kind === 'guest' && !conferences.some(({ isMine }) => isMine)
  return (
    <>
      <header
        className={
          'mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-x-3 px-4 ' +
          'pt-[max(env(safe-area-inset-top),0.5rem)]'
        }
      >
        <p className="text-lg font-semibold">Hallway</p>
        <div className="-mr-2 flex flex-wrap items-center whitespace-nowrap">
          <a href="/notes" className="inline-flex min-h-11 items-center px-2 text-accent underline underline-offset-4">
            {t('notes')}
          </a>
          <ViewerName
            words={{ signIn: shell('signIn'), settings: shell('settings') }}
            className="inline-flex min-h-11 items-center px-2 text-accent underline underline-offset-4"
          />
        </div>
      </header>
      {isBlocked ? null : (
        <NextIntlClientProvider messages={{ device }}>
          <DevicePlace />
        </NextIntlClientProvider>
      )}
      <main id="main" className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6 px-4 py-4">
        {isNew ? (
          <Begin example={listed.find(({ demo, visibility }) => demo && visibility === 'public')?.slug ?? null} />
        ) : (
          <h1 className="sr-only">{t('conferences')}</h1>
        )}
        {isBlocked ? <BlockedNotice /> : null}
        {viewer.kind === 'user' ? <RememberViewer /> : null}
        {waiting > 0 ? (
          <Notice>
            <p>{t('invited', { count: waiting })}</p>
            <p>
              <ButtonLink href="/invitations">{t('answer')}</ButtonLink>
            </p>
          </Notice>
        ) : null}
        <div id="conferences" className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {conferences.length === 0 && q === '' ? <p className="text-muted">{t('none')}</p> : null}
          <NextIntlClientProvider messages={{ home, manage }}>
            {/* What became of their own comes before what there is besides. */}
            <TakenDownConferences conferences={takenDown} />
            <HomeList key={q} conferences={conferences} sought={q} isCut={isCut} />
            <DeletedConferences deleted={deleted} />
          </NextIntlClientProvider>
        </div>
        {isNew ? null : (
          <p>
            <ButtonLink href="/new">{t('bringIn')}</ButtonLink>
            <span className="block pt-1 text-sm text-muted">{t('ways')}</span>
          </p>
        )}
        <footer className="border-t border-line pt-2">
          {/* Its words stand below the others, not the edges of its buttons. */}
          <div className="-ml-2 flex flex-wrap items-center">
            <LanguageSwitch current={language} name={shell('language')} />
            <PrivacyLink />
          </div>
        </footer>
      </main>
    </>
  )
}
