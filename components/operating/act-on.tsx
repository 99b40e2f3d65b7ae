'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { LiveButton, SubmitButton } from '@/components/ui/submit-button'
import { useAction, type Outcome } from '@/components/ui/use-action'

/** What can be done, by its word on the button. */
type What = 'block' | 'unblock' | 'takeDown' | 'putBack'

const takesAway: readonly What[] = ['block', 'takeDown']
const refusals = ['gone', 'oneself', 'already'] as const

/**
 * A button that first says what it means, and where it takes something away asks why, then does it.
 * @param name of whom or what it is about
 * @param means what it means, where that is another than for most
 * @param besides what else it means, of this one
 */
export function ActOn({
  what,
  name,
  means,
  besides,
  act,
}: {
  what: What
  name: string
  means?: 'putBackDeletedMeans' | undefined
  besides?: string | undefined
  act: (reason: string) => Promise<Outcome<'done'>>
}) {
  const t = useTranslations('operating')
  const router = useRouter()
  const meaning = useId()
  const [isAsked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const { run, pending, outcome } = useAction(act)
  const send = async () => {
    if (!(await run(reason)).ok) return
    setAsked(false)
    router.refresh()
  }
  if (!isAsked)
    return (
      <LiveButton
        variant={takesAway.includes(what) ? 'danger' : 'quiet'}
        aria-label={`${t(what)}: ${name}`}
        onClick={() => setAsked(true)}
      >
        {t(what)}
      </LiveButton>
    )
  return (
    <form
      className="grid w-full gap-3"
      aria-describedby={meaning}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p id={meaning} role="status" className="text-sm">
        {t(means ?? `${what}Means`)} {besides}
      </p>
      {takesAway.includes(what) ? (
        <Field label={t('reason')} value={reason} maxLength={500} required autoFocus onText={setReason} />
      ) : null}
      {outcome?.ok === false && !pending ? (
        <Notice tone="danger" live>
          <Refused reason={outcome.reason} />
        </Notice>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <SubmitButton
          variant={takesAway.includes(what) ? 'danger' : 'primary'}
          disabled={pending}
          autoFocus={!takesAway.includes(what)}
        >
          {pending ? t('doing') : t('do')}
        </SubmitButton>
        <Button disabled={pending} onClick={() => setAsked(false)}>
          {t('leave')}
        </Button>
      </p>
    </form>
  )
}

function Refused({ reason }: { reason: string }) {
  const [t, errors] = [useTranslations('operating'), useTranslations('errors')]
  const own = refusals.find((known) => known === reason)
  const general = [...refusalsOfAsker, 'INVALID', 'UNAVAILABLE'] as const
  return own ? t(`refusal.${own}`) : errors(knownReason(general, reason, 'UNAVAILABLE'))
}
