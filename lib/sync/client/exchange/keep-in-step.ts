import { backoffMs } from './backoff'
import { onPoke } from './pokes'
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
  let failures = 0
  let [running, again, signedOut] = [false, false, false]
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopped = new AbortController()

  addEventListener('online', sync, stopped)
  addEventListener('offline', () => tell({ online: false, signedOut }), stopped)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sync(), stopped)
  const stopListening = onPoke('person', (version) => void heedPoke(version))
  sync()

  function sync(): void {
    if (running) again = true
    else void run()
  }

  async function run(): Promise<void> {
    clearTimeout(timer)
    ;[running, again] = [true, false]
    const outcome = await inTurn(person, () => syncOnce(store, person)).catch(() => 'failed' as const)
    running = false
    if (stopped.signal.aborted) return
    const isOver = outcome === 'done' || outcome === 'signed-out' || outcome === 'account-gone'
    failures = isOver ? 0 : failures + 1
    signedOut = outcome === 'signed-out' || outcome === 'account-gone'
    tell({ online: outcome !== 'failed', signedOut, accountGone: outcome === 'account-gone' })
    if (!isOver) timer = setTimeout(sync, backoffMs(failures, Math.random()))
    else if (again && !signedOut) void run()
  }

  async function heedPoke(version: number | null): Promise<void> {
    const { cursor } = await progressOf(store)
    // Most pokes tell of what this device pushed itself.
    if (!signedOut && (version === null || version > cursor)) sync()
  }

  function stop(): void {
    clearTimeout(timer)
    stopped.abort()
    stopListening()
  }

  return { sync, stop }
}

/**
 * One tab at a time, where the browser gives locks; elsewhere (plain http, blocked data) two may push the same, and the
 * server runs it once.
 */
function inTurn<Value>(person: string, work: () => Promise<Value>): Promise<Value> {
  const locks: LockManager | undefined = navigator.locks
  if (!locks) return work()
  let begun: Promise<Value> | undefined
  // A browser that blocks the site's data refuses locks, too.
  return locks.request(`hallway-sync-${person}`, () => (begun = work())).catch(() => begun ?? work())
}
