'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { SubscribePanel } from './subscribe-panel'

type Props = { url: string; name: string; isPrivate?: boolean }

/** The whole conference's calendar. A private conference has none: a calendar that subscribes cannot sign in. */
export function ConferenceFeed({ url, name, isPrivate = false }: Props) {
  const t = useTranslations('feeds')
  return (
    <Card aria-labelledby="conference-feed">
      <h2 id="conference-feed" className="text-lg font-semibold">
        {t('conferenceTitle')}
      </h2>
      <p className="text-muted">{isPrivate ? t('privateLead') : t('conferenceLead')}</p>
      {isPrivate ? null : <SubscribePanel url={url} name={name} />}
    </Card>
  )
}
