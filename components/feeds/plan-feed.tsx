'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { pageAddress } from '@/lib/program/addresses'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { PlanFeedAddresses } from './plan-feed-addresses'
import { FeedCard } from './feed-card'

type Props = { conference: { id: string; slug: string } }

/** My plan's calendar: at a secret address once I am signed in. The page's bytes never say who looks. */
export function PlanFeed({ conference }: Props) {
  const t = useTranslations('feeds')
  const viewer = useViewer()
  return (
    <FeedCard id="plan-feed" title={t('planTitle')} lead={t('planLead')}>
      {viewer ? <PlanFeedAddresses conferenceId={conference.id} /> : <SignInFirst slug={conference.slug} />}
    </FeedCard>
  )
}

function SignInFirst({ slug }: { slug: string }) {
  const t = useTranslations('feeds')
  return (
    <div className="grid justify-items-start gap-2">
      <p>{t('signInFirst')}</p>
      <ButtonLink variant="primary" href={`/sign-in?to=${encodeURIComponent(pageAddress(slug, 'calendars'))}`}>
        {t('signIn')}
      </ButtonLink>
    </div>
  )
}
