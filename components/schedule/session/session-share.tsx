import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ShareButton } from '@/components/shared/share-button'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'

type Props = { conference: string; session: AgendaSession; sourceUrl?: string | null }

/** What can be taken from a session's page: itself to others, the session to a calendar, its slides and its replay. */
export function SessionShare({ conference, session, sourceUrl }: Props) {
  const t = useTranslations('session')
  const path = pageAddress(conference, 'session', session.slug)
  return (
    <ul className="flex flex-wrap gap-x-6">
      <li>
        <ShareButton
          title={session.title}
          path={path}
          words={{ share: t('share'), copied: t('copied'), byHand: t('copyByHand') }}
        />
      </li>
      <Away href={`${path}.ics`} isFile>
        {t('toCalendar')}
      </Away>
      {session.slides ? <Away href={session.slides}>{`${t('slides')} (${hostOf(session.slides)})`}</Away> : null}
      {session.replay ? <Away href={session.replay}>{`${t('replay')} (${hostOf(session.replay)})`}</Away> : null}
      {sourceUrl ? <Away href={sourceUrl}>{`${t('source')} (${hostOf(sourceUrl)})`}</Away> : null}
    </ul>
  )
}

function Away({ href, isFile = false, children }: { href: string; isFile?: boolean; children: ReactNode }) {
  return (
    <li>
      <a
        className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
        href={href}
        {...(isFile ? { download: true } : { rel: 'noreferrer nofollow' })}
      >
        {children}
      </a>
    </li>
  )
}

function hostOf(address: string): string {
  return new URL(address).host
}
