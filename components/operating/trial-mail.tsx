'use client'

import { useTranslations } from 'next-intl'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'
import { Notice } from '@/components/ui/notice'
import { LiveButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { trialMailAction } from '@/lib/operating/server/actions'

/** Sends a mail to whoever looks, and says whether the mail server took it. */
export function TrialMail({ email }: { email: string }) {
  const [t, errors] = [useTranslations('operating'), useTranslations('errors')]
  const { run, pending, outcome } = useAction(trialMailAction)
  const failure = (reason: string) =>
    reason === 'no-mail' || reason === 'mail-failed'
      ? t(`refusal.${reason}`)
      : errors(knownReason(refusalsOfAsker, reason, 'UNAVAILABLE'))
  return (
    <div className="grid justify-items-start gap-3">
      <LiveButton disabled={pending} onClick={() => void run(undefined)}>
        {pending ? t('tryingMail') : t('tryMail')}
      </LiveButton>
      {outcome && !pending ? (
        <Notice tone={outcome.ok ? 'good' : 'danger'} live>
          {outcome.ok ? t('mailSent', { email }) : failure(outcome.reason)}
        </Notice>
      ) : null}
    </div>
  )
}
