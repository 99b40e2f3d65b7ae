'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { bringWaitingAction, declineWaitingAction, previewWaitingAction } from '@/lib/schedule/checks/actions'
import { GuardFields } from '../asked/guard-fields'
import { QuestionFields } from '../asked/question-fields'
import { BringInResult } from '../bring-in/bring-in-result'
import { focusFirst } from '../bring-in/focus-answer'

type Props = {
  of: { conference: string; source: string }
  /** Of the content that this page knows to wait. */
  hash: string
}

/** What waits for a yes: looked at as any import is, then let in as it was seen, or left where it is. */
export function WaitingCard({ of, hash }: Props) {
  const t = useTranslations('manage.sources')
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const [timeZone, setTimeZone] = useState('')
  const preview = useAction(previewWaitingAction)
  const bring = useAction(bringWaitingAction)
  const decline = useAction(declineWaitingAction)
  const seen = preview.outcome?.ok ? preview.outcome.value : null
  const failed = [bring.outcome, decline.outcome, preview.outcome].find((outcome) => outcome && !outcome.ok)
  const pending = preview.pending || bring.pending || decline.pending

  const fields = (zone = timeZone) => {
    const given = new FormData(form.current ?? undefined)
    for (const [name, value] of Object.entries({ ...of, timeZone: zone })) given.set(name, value)
    if (seen)
      for (const [name, value] of [
        ['hash', seen.hash],
        ['seen', seen.preview.seen],
      ] as const)
        given.set(name, value)
    return given
  }
  const readIn = (zone: string) => {
    setTimeZone(zone)
    void preview.run(fields(zone))
  }
  const yes = async () => {
    if (form.current && focusFirst(form.current, 'input[name^="accept."]:not(:checked)')) return
    const done = await bring.run(fields())
    if (done.ok) router.refresh()
  }
  const no = async () => {
    if (!confirm(t('noAsk'))) return
    const done = await decline.run({ ...of, hash: seen?.hash ?? hash })
    if (done.ok) router.refresh()
  }

  return (
    <form
      ref={form}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void preview.run(fields())
      }}
    >
      {seen ? (
        <>
          <BringInResult isNew={false} preview={seen.preview}>
            {seen.preview.guards ? <GuardFields guards={seen.preview.guards} onZone={readIn} /> : null}
          </BringInResult>
          {seen.preview.questions ? (
            <QuestionFields questions={seen.preview.questions} onAnswer={() => void preview.run(fields())} />
          ) : null}
        </>
      ) : null}
      {failed && !failed.ok && !pending ? <Failure reason={failed.reason} /> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant={seen ? 'quiet' : 'primary'} disabled={pending}>
          {preview.pending ? t('looking') : t('preview')}
        </SubmitButton>
        {seen ? (
          <Button variant="primary" disabled={pending} onClick={() => void yes()}>
            {bring.pending ? t('bringing') : t('yes')}
          </Button>
        ) : null}
        <Button disabled={pending} onClick={() => void no()}>
          {t('no')}
        </Button>
      </div>
    </form>
  )
}

const own = ['nothing-waits', 'newer-waits'] as const
const ofImports = [
  ...refusalsOfAsker,
  'UNAVAILABLE',
  'INVALID',
  'guarded',
  'answer-needed',
  'nothing-usable',
  'other-than-seen',
  'too-slow',
] as const

function Failure({ reason }: { reason: string }) {
  const [t, imports] = [useTranslations('manage.sources'), useTranslations('bringIn')]
  const said = own.find((known) => known === reason)
  return (
    <Notice tone="danger" live>
      <p>{said ? t(`reason.${said}`) : imports(`reason.${knownReason(ofImports, reason, 'UNAVAILABLE')}`)}</p>
    </Notice>
  )
}
