'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ListShape } from '@/components/ui/shape'
import { cityOf } from '@/lib/i18n/zones'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useChanges } from '@/lib/planning/device/use-changes'
import { pageAddress } from '@/lib/program/addresses'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { NeedsScripts } from '../needs-scripts'
import { ChangesList } from './changes-list'

/** What changed for me since I knew of it: only my picks, one line a session. Everything is read from this device. */
export function ChangesScreen({ conference: { id, slug } }: { conference: { id: string; slug: string } }) {
  const [t, plan] = [useTranslations('changes'), useTranslations('plan')]
  const { agenda, failed } = useAgenda(slug)
  const { news } = useChanges({ id, slug })
  const { fetched, online } = useSyncState()
  const isRead = agenda !== null && news !== null
  // What comes next would push down or pull up what stands below.
  const isSettled = failed || (isRead && (fetched || !online || news.length > 0))
  return (
    <main id="main" className="mx-auto grid grid-cols-[minmax(0,1fr)] max-w-3xl gap-4 px-4 py-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p role="status" className="text-muted noscript:hidden">
          {!isRead
            ? plan('loading')
            : news.length === 0 && !fetched
              ? plan('fetching')
              : t('count', { count: news.length })}
        </p>
        {/* Of what changed times are told. */}
        {isRead && news.length > 0 ? (
          <p className="text-sm text-muted">{t('zone', { zone: cityOf(agenda.conference.timeZone) })}</p>
        ) : null}
      </header>
      {!agenda && failed ? (
        <Notice tone="warning" live>
          {plan('unreachable')}
        </Notice>
      ) : null}
      {isSettled ? null : <ListShape />}
      {agenda ? null : <NeedsScripts conference={slug} />}
      {isRead && fetched && news.length === 0 ? <Notice>{t('nothing')}</Notice> : null}
      {isRead ? <ChangesList agenda={agenda} /> : null}
      {isSettled ? (
        <p>
          <ButtonLink href={pageAddress(slug, 'plan')}>{plan('title')}</ButtonLink>{' '}
          <ButtonLink href={pageAddress(slug, 'changelog')}>{t('all')}</ButtonLink>
        </p>
      ) : null}
    </main>
  )
}
