'use client'

import { useTranslations } from 'next-intl'
import { SubscribePanel } from './subscribe-panel'
import { FeedCard } from './feed-card'

/** The whole conference's calendar, at its own address: of a public one. */
export function ConferenceFeed({ url, name }: { url: string; name: string }) {
  const t = useTranslations('feeds')
  return (
    <FeedCard id="conference-feed" title={t('conferenceTitle')} lead={t('conferenceLead')}>
      <SubscribePanel url={url} name={name} />
    </FeedCard>
  )
}
