'use client'

import { useTranslations } from 'next-intl'
import { SubscribePanel } from './subscribe-panel'
import { FeedCard } from './feed-card'

type Props = { url: string; name: string; isPrivate?: boolean }

/** The whole conference's calendar. A private conference has none: a calendar that subscribes cannot sign in. */
export function ConferenceFeed({ url, name, isPrivate = false }: Props) {
  const t = useTranslations('feeds')
  return (
    <FeedCard
      id="conference-feed"
      title={t('conferenceTitle')}
      lead={isPrivate ? t('privateLead') : t('conferenceLead')}
    >
      {isPrivate ? null : <SubscribePanel url={url} name={name} />}
    </FeedCard>
  )
}
