'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/shared/action-form'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import { endHoldAction, holdAlertsAction } from '@/lib/notifications/server/actions'
import type { StandingHold } from '@/lib/notifications/server/alert-holds'

type Props = { conference: string; /** Null: alerts go out as ever. */ hold: StandingHold | null; saying: Saying }

/** Holds alerts of what moves back, and lets them go: with one alert a person, or with none. */
export function AlertHold({ conference, hold, saying }: Props) {
  const t = useTranslations('manage.releases.hold')
  const [ended, setEnded] = useState<{ isTold: boolean; count: number } | null>(null)
  if (!hold)
    return (
      <>
        {ended ? (
          <Notice tone="good" live>
            <p>{t(ended.isTold ? 'announced' : 'wentOn', { count: ended.count })}</p>
          </Notice>
        ) : null}
        <Card aria-labelledby="alert-hold">
          <h3 id="alert-hold" className="text-lg font-semibold">
            {t('name')}
          </h3>
          <p>{t('lead')}</p>
          <ActionForm action={holdAlertsAction} values={{ conference }} submit={t('begin')} />
        </Card>
      </>
    )
  const { heldAt, sessions: count } = hold
  return (
    <Notice tone="warning">
      <p className="font-medium">{t('since', { when: sayWhen({ startAt: heldAt }, saying), count })}</p>
      <p>{t('meanwhile')}</p>
      <div className="flex flex-wrap gap-3">
        <ActionForm
          action={endHoldAction}
          values={{ conference, announce: 'yes' }}
          submit={t('announce')}
          confirm={t('announceAsk', { count })}
          onDone={() => setEnded({ isTold: true, count })}
        />
        <ActionForm
          action={endHoldAction}
          values={{ conference, announce: 'no' }}
          submit={t('letGo')}
          danger
          confirm={t('letGoAsk')}
          onDone={() => setEnded({ isTold: false, count })}
        />
      </div>
    </Notice>
  )
}
