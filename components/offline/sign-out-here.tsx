'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { signOut } from '@/components/people/auth-client'
import { StillWaiting } from '@/components/people/still-waiting'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { turnOffPush } from '@/lib/notifications/browser-push'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'

/** Signs out on this device where settings cannot be had: nobody else is to find this person here. */
export function SignOutHere() {
  const [t, local, errors] = [useTranslations('settings'), useTranslations('local'), useTranslations('errors')]
  const viewer = useViewer()
  const [state, setState] = useState<'idle' | 'signingOut' | 'signedOutOffline' | 'failed'>('idle')
  const leave = async () => {
    setState('signingOut')
    await turnOffPush()
    const left = await signOut()
    if (!left.ok) setState(left.reason === 'offline' ? 'signedOutOffline' : 'failed')
  }
  if (state === 'signedOutOffline')
    return (
      <Notice tone="warning" live>
        {t('signedOutOffline')}
      </Notice>
    )
  if (!viewer) return null
  return (
    <section className="grid justify-items-start gap-3">
      <StillWaiting words={{ stillWaiting: t('stillWaiting'), backUp: local('backup') }} />
      {state === 'failed' ? (
        <Notice tone="danger" live>
          {errors('failed')}
        </Notice>
      ) : null}
      <Button disabled={state === 'signingOut'} onClick={() => void leave()}>
        {t(state === 'signingOut' ? 'signingOut' : 'signOut')}
      </Button>
      <p className="text-sm text-muted">{t('signOutLead')}</p>
    </section>
  )
}
