'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Page } from '@/components/ui/page'
import { lastConference } from '@/lib/sync/client/programme/last-conference'
import { KeptList, Loading } from './what-is-here'

/** Goes to the conference looked at last on this device, or asks which. */
export function LastConference({ to }: { to: string }) {
  const t = useTranslations('local')
  const [slug] = useState(lastConference)
  useEffect(() => {
    if (slug !== null) location.replace(`/c/${slug}${to}`)
  }, [slug, to])
  return slug === null ? (
    <Page title={t('which')}>
      <KeptList to={to} />
    </Page>
  ) : (
    <Loading />
  )
}
