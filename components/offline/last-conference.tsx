'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Page } from '@/components/ui/page'
import { pageAddress } from '@/lib/program/addresses'
import { lastConference } from '@/lib/program/device/last-conference'
import { KeptList, Loading } from './what-is-here'

/** Goes to the conference looked at last on this device, or asks which. */
export function LastConference({ to }: { to: string }) {
  const t = useTranslations('local')
  const [slug] = useState(lastConference)
  useEffect(() => {
    if (slug !== null) location.replace(`${pageAddress(slug, 'now')}${to}`)
  }, [slug, to])
  return slug === null ? (
    <Page title={t('which')}>
      <KeptList to={to} />
    </Page>
  ) : (
    <Loading />
  )
}
