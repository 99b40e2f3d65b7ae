'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { usePush } from './use-push'

/** Turns alerts on this device on and off, or says what they need. */
export function AlertSwitch() {
  const t = useTranslations('alertSwitch')
  const { state, pending, failed, turnOn, turnOff } = usePush()
  return (
    <div className="grid justify-items-start gap-2">
      <p role="status">{state === null ? '' : t(`state.${state}`)}</p>
      {state === 'off' ? (
        <Button variant="primary" disabled={pending} onClick={turnOn}>
          {t('turnOn')}
        </Button>
      ) : null}
      {state === 'on' ? (
        <Button disabled={pending} onClick={turnOff}>
          {t('turnOff')}
        </Button>
      ) : null}
      {failed ? (
        <Notice tone="danger" live>
          {t('failed')}
        </Notice>
      ) : null}
    </div>
  )
}
