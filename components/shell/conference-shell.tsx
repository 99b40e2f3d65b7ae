import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChangesBadge } from '@/components/planning/changes/changes-badge'
import { ClashesBadge } from '@/components/planning/plan/clashes-badge'
import { WriteButton } from '@/components/notes/write/write-button'
import { Icon } from '@/components/ui/icon'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { tabs } from '@/lib/program/pages'
import { ANNOUNCEMENTS_SLOT } from '@/components/shared/announcements-slot'
import { DeviceSlot } from './device-slot'
import { LanguageSwitch } from './language-switch'
import { ManageLink } from './manage-link'
import { ViewerName } from './viewer-name'

export type Tab = (typeof tabs)[number]

type Props = {
  conference: { /** Where it is known, what waits in my plan is counted. */ id?: string; slug: string; name: string }
  place?: Tab
  /** It is a screen to write on, or the organizers’ desk: it has no button for a note. */ isWriting?: boolean
  /** Where the session is that is looked at. */ session?: string
  children: ReactNode
}

const look =
  'relative min-h-14 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 rounded-lg px-1 text-center ' +
  'text-xs max-[22rem]:px-0 max-[22rem]:text-[0.6875rem] max-[17rem]:text-[0px] ' +
  // Longer words: smaller where they would touch, and signs alone where they still would.
  '[:lang(fr)_&]:max-[24.25rem]:px-0 [:lang(fr)_&]:max-[24.25rem]:text-[0.6875rem] ' +
  '[:lang(fr)_&]:max-[22rem]:text-[0px] ' +
  'font-medium text-muted aria-[current]:text-accent lg:min-h-11 lg:flex-none lg:px-3 lg:flex-row lg:gap-2 ' +
  'lg:text-sm'

/**
 * Everything around a conference's page: its name with the rest behind it at the top, the places in thumb reach at the
 * bottom, and beside them what writes a note: over the page it would lie over a row. Drawn by the server, and by the
 * browser without a network.
 */
export function ConferenceShell({ conference, place, isWriting = false, session, children }: Props) {
  const t = useTranslations('shell')
  const { id, slug } = conference
  const writing = id && !isWriting ? { id, slug } : null
  return (
    <>
      <header className="border-b border-line bg-ground pt-[env(safe-area-inset-top)] print:hidden">
        <div className="mx-auto flex max-w-7xl items-start justify-between gap-3 px-4 py-1">
          <ConferenceMenu conference={conference} />
          <nav aria-label={t('places')} className="hidden gap-1 lg:flex">
            {/* In words alone: a phone, which never shows them, has these elements too. */}
            <Places conference={conference} place={place} />
            {writing ? (
              <WriteButton conference={writing} session={session} className={`${look} ml-2 flex border border-edge`}>
                {t('palette.write')}
              </WriteButton>
            ) : null}
          </nav>
        </div>
      </header>
      <div className="pb-24 lg:pb-8 print:pb-0">
        <DeviceSlot />
        {/* There before anything is announced, so that screen readers hear of it. */}
        {place ? <div id={ANNOUNCEMENTS_SLOT} aria-live="polite" className="print:hidden" /> : null}
        {children}
      </div>
      <nav
        aria-label={t('places')}
        className={
          'fixed inset-x-0 bottom-0 z-20 flex justify-around border-t border-line bg-raised ' +
          'pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden'
        }
      >
        <Places conference={conference} place={place} isDrawn />
        {writing ? (
          <WriteButton
            conference={writing}
            session={session}
            label={t('palette.write')}
            className={
              'mr-1 grid size-12 shrink-0 place-content-center self-center rounded-full bg-accent text-on-accent ' +
              'max-[22rem]:mr-0 max-[22rem]:size-11'
            }
          >
            <Icon name="pen" />
          </WriteButton>
        ) : null}
      </nav>
    </>
  )
}

type PlacesProps = Pick<Props, 'conference' | 'place'> & { /** Each has its sign. */ isDrawn?: boolean }

function Places({ conference: { id, slug }, place, isDrawn = false }: PlacesProps) {
  const t = useTranslations('shell')
  return tabs.map((name) => (
    <a
      key={name}
      href={pageAddress(slug, name)}
      aria-current={name === place ? 'page' : undefined}
      className={`${look} flex`}
    >
      {isDrawn ? <Icon name={name} /> : null}
      {/* On a page enlarged twice the icons alone have room (look). */}
      {t(`place.${name}`)}
      {name === 'now' ? <ChangesBadge slug={slug} word={t('unread')} /> : null}
      {name === 'plan' && id ? <ClashesBadge conference={{ id, slug }} word={t('clashes')} /> : null}
    </a>
  ))
}

function ConferenceMenu({ conference }: { conference: { slug: string; name: string } }) {
  const t = useTranslations('shell')
  const item = 'flex min-h-11 items-center rounded-lg px-2 hover:bg-sunken'
  return (
    <details className="relative min-w-0">
      <summary dir="auto" className="flex min-h-11 items-center font-semibold">
        {settleBidi(conference.name)}
      </summary>
      <div
        className={
          'absolute left-0 z-30 grid w-72 max-w-[85vw] gap-1 rounded-xl ' + 'border border-line bg-raised p-3 shadow-lg'
        }
      >
        {(['speakers', 'tracks', 'colocatedEvents'] as const).map((name) => (
          <a key={name} className={item} href={pageAddress(conference.slug, name)}>
            {t(name)}
          </a>
        ))}
        <a className={item} href={pageAddress(conference.slug, 'changes')}>
          {t('changes')}
        </a>
        <a className={item} href={pageAddress(conference.slug, 'changelog')}>
          {t('changelog')}
        </a>
        <a className={item} href={pageAddress(conference.slug, 'calendars')}>
          {t('calendars')}
        </a>
        <a className={item} href={pageAddress(conference.slug, 'together')}>
          {t('together')}
        </a>
        <a className={item} href={pageAddress(conference.slug, 'recaps')}>
          {t('recaps')}
        </a>
        <ManageLink
          slug={conference.slug}
          href={pageAddress(conference.slug, 'manage')}
          word={t('manage')}
          className={item}
        />
        <a className={item} href="/">
          {t('conferences')}
        </a>
        <a className={item} href="/privacy">
          {t('privacy')}
        </a>
        <ViewerName
          words={{ signIn: t('signIn'), settings: t('settings') }}
          className={`${item} rounded-none border-t border-line`}
        />
        <LanguageSwitch current={useLocale()} name={t('language')} />
      </div>
    </details>
  )
}
