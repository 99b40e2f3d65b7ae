'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { LiveButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import type { ActionResult } from '@/lib/boundary/action'

type Words = Record<'title' | 'lead' | 'here' | 'end' | 'sure' | 'keep' | 'means' | 'failed', string>
type SignIn = { id: string; device: string; isHere: boolean; said: string }

/** Every browser that is signed in; any but this one can be ended from here. */
export function SignInList({
  words,
  signIns,
  end,
}: {
  words: Words
  signIns: SignIn[]
  end: (input: { id: string }) => Promise<ActionResult<'ended'>>
}) {
  const { run, pending, outcome } = useAction(end)
  const [asked, setAsked] = useState<string | null>(null)
  const router = useRouter()
  if (signIns.length === 0) return null
  const finish = async (id: string) => {
    if ((await run({ id })).ok) router.refresh()
    setAsked(null)
  }
  return (
    <section aria-labelledby="sign-ins" className="grid gap-3">
      <h3 id="sign-ins" className="font-semibold">
        {words.title}
      </h3>
      <p className="text-sm text-muted">{words.lead}</p>
      {outcome?.ok === false ? (
        <Notice tone="danger" live>
          {words.failed}
        </Notice>
      ) : null}
      <ul className="grid gap-3">
        {signIns.map(({ id, device, isHere, said }) => (
          <li key={id} className="grid justify-items-start gap-2 border-t border-line pt-3">
            <p>
              <span className="font-medium">{device}</span>
              {isHere ? <span className="text-muted"> · {words.here}</span> : null}
              <span className="block text-sm text-muted">{said}</span>
            </p>
            {asked === id ? (
              <>
                <p role="status" className="text-sm">
                  {words.means}
                </p>
                <p className="flex flex-wrap gap-3">
                  <Button variant="danger" disabled={pending} onClick={() => void finish(id)}>
                    {words.sure}
                  </Button>
                  <Button disabled={pending} onClick={() => setAsked(null)}>
                    {words.keep}
                  </Button>
                </p>
              </>
            ) : null}
            {asked !== id && !isHere ? (
              <LiveButton aria-label={`${words.end}: ${device}`} disabled={pending} onClick={() => setAsked(id)}>
                {words.end}
              </LiveButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
