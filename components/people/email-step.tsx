'use client'

import type { SubmitEvent } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { sentenceFor, type SignInWords } from './sign-in-words'

type Props = {
  words: SignInWords
  email: string
  onEmail: (email: string) => void
  onSend: () => void
  pending: boolean
  refusal: string | null
}

/** Asks where to send the code. */
export function EmailStep({ words, email, onEmail, onSend, pending, refusal }: Props) {
  function submit(event: SubmitEvent) {
    event.preventDefault()
    onSend()
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {refusal && refusal !== 'INVALID' ? (
        <Notice tone="danger" live>
          {sentenceFor(words.errors, refusal)}
        </Notice>
      ) : null}
      <Field
        label={words.email}
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onText={onEmail}
        error={refusal === 'INVALID' ? words.fields.email : undefined}
      />
      <SubmitButton variant="primary" disabled={pending}>
        {pending ? words.sending : words.send}
      </SubmitButton>
    </form>
  )
}
