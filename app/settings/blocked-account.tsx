import { getTranslations } from 'next-intl/server'
import { PlainHeader } from '@/components/people/plain-header'
import { RememberViewer } from '@/components/people/remember-viewer'
import { WatchBlocked } from '@/components/people/watch-blocked'
import { SignOutButtons } from '@/components/people/sign-out-buttons'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { lastReason } from '@/lib/operating/server/acts'
import type { UserViewer } from '@/lib/people/server/viewer'
import { database } from '@/lib/platform/db'
import { isolated } from '@/lib/platform/bidi'
import { signOutEverywhereAction } from './actions'
import { Mine } from './mine'
import { settingsWords } from './words'

/** All that is left to somebody who is blocked: why, and what is theirs. */
export async function BlockedAccount({ person }: { person: UserViewer }) {
  const [t, settings, words] = [
    await getTranslations('blocked'),
    await getTranslations('settings'),
    await settingsWords(),
  ]
  const reason = await lastReason(database(), { userId: person.id }, 'blocked')
  return (
    <>
      <PlainHeader />
      <RememberViewer />
      <WatchBlocked />
      <Page title={t('title')} lead={t('lead', { email: person.email })}>
        {reason ? <Notice tone="warning">{t('because', { reason: isolated(reason) })}</Notice> : null}
        <Mine viewer={person} isBlocked />
        <Card aria-labelledby="devices">
          <h2 id="devices" className="text-lg font-semibold">
            {settings('devices')}
          </h2>
          <p>{t('onDevice')}</p>
          <SignOutButtons words={words.device} endAll={signOutEverywhereAction} />
        </Card>
      </Page>
    </>
  )
}
