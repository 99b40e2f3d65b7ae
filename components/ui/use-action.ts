import { useCallback, useState } from 'react'

export type Outcome<Value> =
  { ok: true; value: Value } | { ok: false; reason: string; issues?: { path: string; message: string }[] }

/** Runs a server action and holds its outcome; a network that fails is an outcome too: UNAVAILABLE. */
export function useAction<Input, Value>(action: (input: Input) => Promise<Outcome<Value>>) {
  const [pending, setPending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<Value> | null>(null)
  const run = useCallback(
    async (input: Input): Promise<Outcome<Value>> => {
      setPending(true)
      const answer = await action(input).catch((): Outcome<Value> => ({ ok: false, reason: 'UNAVAILABLE' }))
      setOutcome(answer)
      setPending(false)
      return answer
    },
    [action],
  )
  return { run, pending, outcome }
}
