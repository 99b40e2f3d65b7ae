'use client'

import { Button } from '@/components/ui/button'
import { useAction } from '@/components/ui/use-action'
import { settleBidi } from '@/lib/platform/bidi'
import { bringBackRecapAction } from '@/lib/recaps/server/actions'
import { useReason } from './use-reason'

type Props = {
  id: string
  /** Where it is written on. */ to: string
  name: string
  /** What it is called, where that does not stand beside it. */ of?: string
}

/** Brings a deleted recap back, and goes to it. */
export function BringBack({ id, to, name, of }: Props) {
  const say = useReason()
  const { run, pending, outcome } = useAction(bringBackRecapAction)
  const bringBack = async () => {
    if ((await run({ id })).ok) location.assign(to)
  }
  return (
    <div className="grid shrink-0 justify-items-start gap-1">
      <Button
        disabled={pending}
        aria-label={of === undefined ? undefined : `${name}: ${settleBidi(of)}`}
        onClick={() => void bringBack()}
      >
        {name}
      </Button>
      <p role="status" className="text-sm text-danger empty:hidden">
        {outcome?.ok === false ? say(outcome.reason) : null}
      </p>
    </div>
  )
}
