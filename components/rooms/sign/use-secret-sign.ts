import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { onMemory } from '@/lib/platform/device-memory'
import { fetchSign, forgetSign, keepSign, keptText, readSign, type KeptSign } from '@/lib/rooms/device/secret-sign'
import { onReturn } from '@/lib/sync/client/exchange/on-return'
import { runInRounds, type RoundOutcome } from '@/lib/sync/client/exchange/rounds'

/** Nobody is signed in there to be poked. */
const ASK_MS = 15_000

type SecretSign = {
  /** Null: neither the server nor this device has told it yet, or its address has ended. */
  document: KeptSign['document'] | null
  heardAt: Date | null
  /** The server did not answer when it was asked last. */
  failed: boolean
  hasEnded: boolean
}

/** What the sign behind a secret address says: the server's, asked four times a minute, else what this device keeps. */
export function useSecretSign(secret: string): SecretSign {
  const text = useSyncExternalStore(onMemory, keptText, () => null)
  const kept = useMemo(() => readSign(text, secret), [text, secret])
  const [{ failed, hasEnded }, setReach] = useState({ failed: false, hasEnded: false })

  useEffect(() => {
    const stopped = new AbortController()
    let etag: string | null = null
    const round = async (): Promise<RoundOutcome> => {
      const here = readSign(keptText(), secret)
      const answer = await fetchSign(secret, here && etag)
      if (stopped.signal.aborted) return 'over'
      setReach({ failed: answer === 'failed', hasEnded: answer === 'ended' })
      const heardAt = new Date().toISOString()
      if (answer === 'ended') forgetSign()
      else if (answer === 'unchanged') {
        if (here) keepSign({ ...here, heardAt })
      } else if (answer !== 'failed') {
        etag = answer.etag
        keepSign({ secret, heardAt, document: answer.document })
      }
      return answer === 'ended' ? 'over' : 'done'
    }
    const rounds = runInRounds(round, { everyMs: ASK_MS })
    rounds.ask()
    onReturn(rounds.ask, stopped.signal)
    return () => {
      stopped.abort()
      rounds.stop()
    }
  }, [secret])

  return { document: kept?.document ?? null, heardAt: kept ? new Date(kept.heardAt) : null, failed, hasEnded }
}
