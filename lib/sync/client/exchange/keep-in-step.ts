import { inOneTab } from './one-tab'
import { onReturn } from './on-return'
import { onPoke } from './pokes'
import { runInRounds, type RoundOutcome } from './rounds'
import type { PersonStore } from '../kind'
import { progressOf } from '../store/store'
import { syncOnce } from './sync-once'

export type SyncStatus = {
  /** The server answered last time, and the browser believes in its network. */
  online: boolean
  /** The server no longer takes this person's changes from here: they are kept until they sign in again. */
  signedOut: boolean
  /** There is no such account any more. */
  accountGone?: boolean
}

export type Stepper = { /** To be called after each change. */ sync(): void; stop(): void }

/**
 * Keeps a person's store and the server in step: now, after each change, when poked, when looked at, when the network
 * is back, and again after a failure.
 */
export function keepInStep(store: PersonStore, person: string, tell: (status: SyncStatus) => void): Stepper {
  let signedOut = false
  const stopped = new AbortController()
  const { ask: sync, stop: stopRounds } = runInRounds(round)

  addEventListener('offline', () => tell({ online: false, signedOut }), stopped)
  onReturn(sync, stopped.signal)
  const stopListening = onPoke('person', (version) => void heedPoke(version))
  sync()

  async function round(): Promise<RoundOutcome> {
    const outcome = await inOneTab(`hallway-sync-${person}`, () => syncOnce(store, person)).catch(
      () => 'failed' as const,
    )
    if (stopped.signal.aborted) return 'over'
    signedOut = outcome === 'signed-out' || outcome === 'account-gone'
    tell({ online: outcome !== 'failed', signedOut, accountGone: outcome === 'account-gone' })
    if (signedOut) return 'over'
    return outcome === 'done' ? 'done' : 'failed'
  }

  async function heedPoke(version: number | null): Promise<void> {
    const { cursor } = await progressOf(store)
    // Most pokes tell of what this device pushed itself.
    if (!signedOut && (version === null || version > cursor)) sync()
  }

  function stop(): void {
    stopRounds()
    stopped.abort()
    stopListening()
  }

  return { sync, stop }
}
