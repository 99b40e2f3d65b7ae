'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/shared/action-form'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import { endHoldAction, holdAlertsAction } from '@/lib/notifications/server/actions'
import type { EndedHold, StandingHold } from '@/lib/notifications/server/alert-holds'

type Props = { conference: string; /** Null: alerts go out as ever. */ hold: StandingHold | null; saying: Saying }

/** Holds alerts of what moves back, and lets them go: with one alert a person, or with none. */
export function AlertHold({ conference, hold, saying }: Props) {
  const t = useTranslations('manage.releases.hold')
  const [ended, setEnded] = useState<{ end: EndedHold; count: number } | null>(null)
  const say = ({ end: { isAnnounced, before }, count }: { end: EndedHold; count: number }) => {
    if (!before) return t(isAnnounced ? 'announced' : 'wentOn', { count })
    const who = before.isMe ? t('you') : isolated(before.by ?? t('somebody'))
    return t(isAnnounced ? 'announcedBefore' : 'wentOnBefore', { who })
  }
  if (!hold)
    return (
      <>
        {ended ? (
          <Notice tone={ended.end.before ? 'warning' : 'good'} live>
            <p>{say(ended)}</p>
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
  const heard = (end: EndedHold | null) => setEnded(end && { end, count })
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
          onDone={heard}
        />
        <ActionForm
          action={endHoldAction}
          values={{ conference, announce: 'no' }}
          submit={t('letGo')}
          danger
          confirm={t('letGoAsk')}
          onDone={heard}
        />
      </div>
    </Notice>
  )
}
