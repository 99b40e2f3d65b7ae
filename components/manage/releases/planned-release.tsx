'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import type { EndedPlan, PlannedDraft } from '@/lib/desk/board/board'
import { callOffPlanAction } from '@/lib/desk/board/server/actions'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import { cityOf } from '@/lib/i18n/zones'
import { isolated } from '@/lib/platform/bidi'

type Props = {
  slug: string
  planned: PlannedDraft
  saying: Saying
  /** What else can be done about one that is to come. */ children?: ReactNode
}

/** That the draft is published by itself at a time, which can be called off; or what came of that. */
export function PlannedRelease({ slug, planned, saying, children }: Props) {
  const t = useTranslations('manage.board.planned')
  const router = useRouter()
  const [hasFailed, setFailed] = useState(false)
  const { run, pending } = useAction(callOffPlanAction)
  const callOff = async () => {
    const outcome = await run({ conference: slug, isEnded: planned.ended !== null })
    setFailed(!outcome.ok)
    if (outcome.ok) router.refresh()
  }
  const { dueAt, author, isSilent, ended } = planned
  const when = sayWhen({ startAt: dueAt }, saying)
  return (
    <Notice tone={ended && (ended.number === null || ended.left.length > 0) ? 'warning' : 'info'}>
      {ended ? (
        <Ended ended={ended} when={when} />
      ) : (
        <p>
          {t('waits', {
            when,
            zone: cityOf(saying.timeZone),
            who: isolated(author.by ?? ''),
          })}{' '}
          {isSilent ? t('silent') : ''}
        </p>
      )}
      {hasFailed ? <p role="alert">{t('failed')}</p> : null}
      <div className="flex flex-wrap gap-2">
        {ended ? null : children}
        <Button disabled={pending} onClick={() => void callOff()}>
          {t(ended ? 'seen' : 'callOff')}
        </Button>
      </div>
    </Notice>
  )
}

function Ended({ ended: { how, number, left, by }, when }: { ended: EndedPlan; when: string }) {
  const t = useTranslations('manage.board.planned')
  const titles = (why: 'gone' | 'moved') => left.flatMap((one) => (one.why === why ? [isolated(one.title)] : []))
  const [moved, gone] = [titles('moved'), titles('gone')]
  return (
    <>
      <p className="font-medium">
        {t(`how.${how}`, { number: number ?? 0, when, who: isolated(by?.by ?? t('somebody')) })}
      </p>
      {moved.length > 0 ? <p>{t('leftMoved', { count: moved.length, titles: moved.join(', ') })}</p> : null}
      {gone.length > 0 ? <p>{t('leftGone', { count: gone.length, titles: gone.join(', ') })}</p> : null}
    </>
  )
}
