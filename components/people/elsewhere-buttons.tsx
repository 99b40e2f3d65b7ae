'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { signInElsewhere } from './auth-client'
import { sentenceFor, type SignInWords } from './sign-in-words'

type Props = { providers: { name: string; label: string }[]; to: string; errors: SignInWords['errors'] }

/** One button for each account elsewhere that this installation takes. */
export function ElsewhereButtons({ providers, to, errors }: Props) {
  const [reason, setReason] = useState<string | null>(null)

  async function leave(provider: string) {
    const outcome = await signInElsewhere(provider, to)
    if (!outcome.ok) setReason(outcome.reason)
  }

  return (
    <div className="grid gap-3">
      {providers.map(({ name, label }) => (
        <Button key={name} onClick={() => leave(name)}>
          {label}
        </Button>
      ))}
      {reason ? (
        <Notice tone="danger" live>
          {sentenceFor(errors, reason)}
        </Notice>
      ) : null}
    </div>
  )
}
