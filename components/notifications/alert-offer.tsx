'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { recall, remember } from '@/lib/platform/device-memory'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { usePush } from './use-push'

const KEY = 'hallway-alert-offer'

/** Offers alerts once to whoever has a plan and no alerts yet; a tap is needed before the browser asks anything. */
export function AlertOffer() {
  const t = useTranslations('alertSwitch')
  const viewer = useViewer()
  const { state, pending, failed, turnOn } = usePush()
  const [declined, setDeclined] = useState(() => recall(KEY) === 'declined')
  const [offered, setOffered] = useState(false)
  const decline = () => {
    remember(KEY, 'declined')
    setDeclined(true)
  }
  const accept = () => {
    setOffered(true)
    turnOn()
  }
  const isWanted = state === 'off' || state === 'needsInstall' || offered
  if (!viewer || declined || !isWanted) return null
  return (
    <section aria-labelledby="alert-offer" className="grid gap-2 rounded-xl border border-line bg-raised p-4">
      <h2 id="alert-offer" className="font-semibold">
        {t('offer')}
      </h2>
      <p className="text-muted">{t('offerLead')}</p>
      {state === 'off' ? null : <p role="status">{state ? t(`state.${state}`) : ''}</p>}
      {failed ? (
        <Notice tone="danger" live>
          {t('failed')}
        </Notice>
      ) : null}
      <p className="flex flex-wrap gap-2">
        {state === 'off' ? (
          <Button variant="primary" disabled={pending} onClick={accept}>
            {t('turnOn')}
          </Button>
        ) : null}
        <Button onClick={decline}>{t(state === 'on' ? 'fine' : 'notNow')}</Button>
      </p>
    </section>
  )
}
