import { useCallback, useRef, useState } from 'react'
import { heardBlocked } from '@/lib/platform/http/blocked-signal'

export type Outcome<Value> =
  | { ok: true; value: Value }
  | { ok: false; reason: string; issues?: { path: string; message: string }[] }

/**
 * Runs a server action and holds its outcome; a network that fails is an outcome too: UNAVAILABLE. Of several runs the
 * latest counts: an answer to an earlier one, or to one that was dropped, is not held.
 */
export function useAction<Input, Value>(action: (input: Input) => Promise<Outcome<Value>>) {
  const [pending, setPending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<Value> | null>(null)
  const latest = useRef(0)
  const run = useCallback(
    async (input: Input): Promise<Outcome<Value>> => {
      const turn = ++latest.current
      setPending(true)
      const answer = await action(input).catch((): Outcome<Value> => ({ ok: false, reason: 'UNAVAILABLE' }))
      if (!answer.ok && answer.reason === 'BLOCKED') heardBlocked()
      if (turn !== latest.current) return answer
      setOutcome(answer)
      setPending(false)
      return answer
    },
    [action],
  )
  /** Waits no longer: what is on its way changes nothing here. */
  const drop = useCallback(() => {
    latest.current += 1
    setPending(false)
  }, [])
  return { run, drop, pending, outcome }
}
