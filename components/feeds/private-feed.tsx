'use client'

import { useTranslations } from 'next-intl'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { FeedAddresses } from './feed-addresses'
import { FeedCard } from './feed-card'
import type { Offer } from './offers'
import { SignInFirst } from './sign-in-first'

type Props = { conference: { id: string; slug: string }; offers: Offer[] }

/** A private conference's calendars: a calendar that subscribes cannot sign in, so each reader has an address. */
export function PrivateFeed({ conference, offers }: Props) {
  const t = useTranslations('feeds')
  const viewer = useViewer()
  return (
    <FeedCard id="conference-feed" title={t('conferenceTitle')} lead={t('privateLead')}>
      {viewer ? (
        <FeedAddresses conferenceId={conference.id} offersOf={() => offers} />
      ) : (
        <SignInFirst slug={conference.slug}>{t('privateSignIn')}</SignInFirst>
      )}
    </FeedCard>
  )
}
