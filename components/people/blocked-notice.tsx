import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { WatchBlocked } from './watch-blocked'

/** Signed in, and a guest all the same: they read why, and what is left to them, in Settings. */
export async function BlockedNotice() {
  const t = await getTranslations('blocked')
  return (
    <Notice tone="warning">
      <WatchBlocked />
      <p>{t('title')}</p>
      <p>
        <ButtonLink href="/settings">{t('open')}</ButtonLink>
      </p>
    </Notice>
  )
}
