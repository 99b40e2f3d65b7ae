'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { signInWith } from './auth-client'
import { sentenceFor, type SignInWords } from './sign-in-words'

type Props = { token: string; to: string; words: { signIn: string; signingIn: string; errors: SignInWords['errors'] } }

/** Signs in with a mailed link's token. A button, because scanners of mail follow links. */
export function LinkButton({ token, to, words }: Props) {
  const [pending, setPending] = useState(false)
  const [reason, setReason] = useState<string | null>(null)

  async function signIn() {
    setPending(true)
    const outcome = await signInWith('link', { token }, to)
    if (outcome.ok) return
    setReason(outcome.reason)
    setPending(false)
  }

  return (
    <div className="grid gap-4">
      {reason ? (
        <Notice tone="danger" live>
          {sentenceFor(words.errors, reason)}
        </Notice>
      ) : null}
      <Button variant="primary" onClick={signIn} disabled={pending}>
        {pending ? words.signingIn : words.signIn}
      </Button>
    </div>
  )
}
