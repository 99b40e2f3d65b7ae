'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ActionResult } from '@/lib/boundary/action'
import { turnOffPush } from '@/lib/notifications/browser-push'
import { signOut } from './auth-client'
import { StillWaiting } from './still-waiting'

type Words = Record<
  | 'signOut'
  | 'signOutLead'
  | 'signOutEverywhere'
  | 'signOutEverywhereLead'
  | 'signingOut'
  | 'failed'
  | 'offline'
  | 'stillWaiting'
  | 'backUp',
  string
>

/** Signs out here, or on every device; says before what is not yet on the server. */
export function SignOutButtons({
  words,
  endAll,
}: {
  words: Words
  endAll: (input: undefined) => Promise<ActionResult<'ended'>>
}) {
  const [pending, setPending] = useState(false)
  const [failed, setFailed] = useState(false)
  const [isOffline, setOffline] = useState(false)

  async function leave(everywhere: boolean) {
    setPending(true)
    // Whoever signs in here next must not see this person's alerts.
    await turnOffPush()
    const ended = everywhere ? await endAll(undefined).catch(() => ({ ok: false })) : { ok: true }
    const left = ended.ok ? await signOut() : { ok: false as const, reason: 'failed' }
    if (left.ok) return
    if (left.reason === 'offline') return setOffline(true)
    setFailed(true)
    setPending(false)
  }

  if (isOffline)
    return (
      <Notice tone="warning" live>
        {words.offline}
      </Notice>
    )
  return (
    <div className="grid gap-4">
      <StillWaiting words={words} />
      {failed ? (
        <Notice tone="danger" live>
          {words.failed}
        </Notice>
      ) : null}
      <div className="grid justify-items-start gap-1">
        <Button onClick={() => leave(false)} disabled={pending}>
          {pending ? words.signingOut : words.signOut}
        </Button>
        <p className="text-sm text-muted">{words.signOutLead}</p>
      </div>
      <div className="grid justify-items-start gap-1">
        <Button onClick={() => leave(true)} disabled={pending}>
          {words.signOutEverywhere}
        </Button>
        <p className="text-sm text-muted">{words.signOutEverywhereLead}</p>
      </div>
    </div>
  )
}
