'use client'

import { useState } from 'react'
import { useAction } from '@/components/ui/use-action'
import type { ActionResult } from '@/lib/boundary/action'
import type { SentCode } from '@/lib/people/server/send-code'
import { CodeStep } from './code-step'
import { EmailStep } from './email-step'
import type { SignInWords, CodeWay } from './sign-in-words'

type Props = {
  words: SignInWords
  to: string
  requestCode: (input: { email: string; to: string }) => Promise<ActionResult<SentCode>>
}

/** E-mail address, then code: one flow on one page. */
export function SignInForm({ words, to, requestCode }: Props) {
  const { run, pending, outcome } = useAction(requestCode)
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState<{ by: CodeWay; code: string | null; round: number } | null>(null)
  const refusal = outcome?.ok === false ? outcome.reason : null

  async function send() {
    const answer = await run({ email, to })
    if (answer.ok)
      setSent((before) => ({ by: answer.value.by, code: answer.value.code, round: (before?.round ?? 0) + 1 }))
  }

  if (!sent)
    return (
      <EmailStep words={words} email={email} onEmail={setEmail} onSend={send} pending={pending} refusal={refusal} />
    )
  return (
    <CodeStep
      key={sent.round}
      words={words}
      email={email.trim()}
      sent={sent}
      to={to}
      onAgain={send}
      onOther={() => setSent(null)}
      sending={pending}
      refusal={refusal}
    />
  )
}
