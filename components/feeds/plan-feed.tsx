'use client'

import { useTranslations } from 'next-intl'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { FeedAddresses } from './feed-addresses'
import { SignInFirst } from './sign-in-first'
import { planOffers } from './offers'
import { FeedCard } from './feed-card'

type Props = { conference: { id: string; slug: string } }

/** My plan's calendar and my groups': at secret addresses once I am signed in. The page's bytes never say who looks. */
export function PlanFeed({ conference }: Props) {
  const t = useTranslations('feeds')
  const viewer = useViewer()
  return (
    <FeedCard id="plan-feed" title={t('planTitle')} lead={t('planLead')}>
      {viewer ? (
        <FeedAddresses conferenceId={conference.id} offersOf={planOffers} />
      ) : (
        <SignInFirst slug={conference.slug}>{t('signInFirst')}</SignInFirst>
      )}
    </FeedCard>
  )
}
