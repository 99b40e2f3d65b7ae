'use client'

import { useState, type SubmitEvent } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { ActionResult } from '@/lib/boundary/action'
import type { DeletedAccount } from '@/lib/people/server/delete-account'
import { settleBidi } from '@/lib/platform/bidi'
import { leaveDeletedAccount } from './auth-client'
import { StillWaiting } from './still-waiting'

type Words = Record<
  | 'title'
  | 'lead'
  | 'owned'
  | 'ownedHow'
  | 'ownedBlocked'
  | 'withConferences'
  | 'email'
  | 'wrongEmail'
  | 'signInAgain'
  | 'toSignIn'
  | 'submit'
  | 'failed'
  | 'stillWaiting'
  | 'backUp',
  string
>
type Props = {
  words: Words
  /** They cannot give a conference to anybody else. */ isBlocked: boolean
  /** The conferences that nobody else runs, and whose notes are there. */ owned: { names: string[]; touched: string }
  run: (input: { confirmed: string; withConferences: boolean }) => Promise<ActionResult<DeletedAccount>>
}

/** Deletes the account, after the address was typed; then what this device kept of it, too. */
export function DeleteAccount({ words, isBlocked, owned, run }: Props) {
  const how = isBlocked ? words.ownedBlocked : words.ownedHow
  const [problem, setProblem] = useState<string | null>(null)
  const [isStale, setStale] = useState(false)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const answer = await run({
      confirmed: String(fields.get('email')),
      withConferences: fields.get('withConferences') === 'on',
    }).catch(() => null)
    setStale(answer?.ok === false && answer.reason === 'sign-in-again')
    if (!answer?.ok)
      return setProblem(
        answer?.reason === 'wrong-email'
          ? words.wrongEmail
          : answer?.reason === 'sign-in-again'
            ? words.signInAgain
            : answer?.reason === 'only-owner'
              ? `${words.owned} ${answer.conferences.map(settleBidi).join(', ')}. ${how}`
              : words.failed,
      )
    await leaveDeletedAccount()
  }
  return (
    <details>
      <summary className="min-h-11 py-2 font-medium text-danger">{words.title}</summary>
      <form className="grid gap-3" onSubmit={(event) => void submit(event)}>
        <p>{words.lead}</p>
        <StillWaiting words={words} />
        {owned.names.length > 0 ? (
          <div className="grid gap-2">
            <p>
              {words.owned}{' '}
              <span dir="auto" className="font-medium">
                {owned.names.map(settleBidi).join(', ')}
              </span>
            </p>
            <p>{how}</p>
            <p>{owned.touched}</p>
            <label className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="withConferences" className="size-5" /> {words.withConferences}
            </label>
          </div>
        ) : null}
        <Field name="email" type="email" required autoComplete="off" label={words.email} />
        {problem ? (
          <Notice tone="danger" live>
            <p>{problem}</p>
            {isStale ? (
              <p>
                <ButtonLink href="/sign-in?to=%2Fsettings">{words.toSignIn}</ButtonLink>
              </p>
            ) : null}
          </Notice>
        ) : null}
        <p>
          <SubmitButton variant="danger">{words.submit}</SubmitButton>
        </p>
      </form>
    </details>
  )
}
