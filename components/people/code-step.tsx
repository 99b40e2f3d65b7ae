'use client'

import { useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { signInWith } from './auth-client'
import { sentenceFor, type SignInWords, type CodeWay } from './sign-in-words'

type Props = {
  words: SignInWords
  email: string
  sent: { by: CodeWay; code: string | null }
  to: string
  onAgain: () => void
  onOther: () => void
  sending: boolean
  /** Why a new code could not be sent. */
  refusal: string | null
}

/** Takes the code. Phones offer it above their keyboard; spaces in it do not matter. */
export function CodeStep({ words, email, sent, to, onAgain, onOther, sending, refusal }: Props) {
  const [code, setCode] = useState('')
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if (!/^\d{6}$/.test(code.replace(/\s/g, ''))) return setError(words.fields.code)
    setPending(true)
    const outcome = await signInWith('code', { email, code }, to)
    // Once it worked, the button rests until the next page stands.
    if (outcome.ok) return
    setError(sentenceFor(words.errors, outcome.reason))
    setPending(false)
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <dl>
        <dt className="text-sm text-muted">{words.sentTo}</dt>
        <dd dir="ltr" className="font-medium">
          {email}
        </dd>
      </dl>
      {sent.code ? <ShownCode words={words} code={sent.code} /> : null}
      {sent.by === 'terminal' ? (
        <Notice tone="warning" live>
          {words.noMail}
        </Notice>
      ) : null}
      {refusal ? (
        <Notice tone="danger" live>
          {sentenceFor(words.errors, refusal)}
        </Notice>
      ) : null}
      <Field
        label={words.code}
        hint={words.hints[sent.by]}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={error ?? undefined}
      />
      <SubmitButton variant="primary" disabled={pending}>
        {pending ? words.signingIn : words.signIn}
      </SubmitButton>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onAgain} disabled={pending || sending}>
          {sending ? words.sending : words.again}
        </Button>
        <Button onClick={onOther} disabled={pending || sending}>
          {words.otherEmail}
        </Button>
      </div>
    </form>
  )
}

function ShownCode({ words, code }: { words: SignInWords; code: string }) {
  return (
    <Notice live>
      <p>{words.shown}</p>
      <p data-testid="development-code" className="text-2xl font-semibold tracking-widest">
        {code}
      </p>
      <p className="text-sm text-muted">{words.shownWhy}</p>
    </Notice>
  )
}
