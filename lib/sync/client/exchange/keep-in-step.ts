import { onHeardBlocked } from '@/lib/platform/http/blocked-signal'
import { HOUR_MS } from '@/lib/platform/time'
import { giveAnotherTry } from './another-try'
import { inOneTab } from './one-tab'
import { onReturn } from './on-return'
import { onPoke } from './pokes'
import { runInRounds, type RoundOutcome } from './rounds'
import type { PersonStore } from '../kind'
import { progressOf } from '../store/store'
import type { Pushed } from './push-all'
import { syncOnce } from './sync-once'

export type SyncStatus = {
  /** The server answered last time, and the browser believes in its network. */
  online: boolean
  /** It answered that it cannot take anything just now: its disk is full, or its database away. */
  troubled: boolean
  /** The server no longer takes this person's changes from here: they are kept until they sign in again. */
  signedOut: boolean
  /** That is because the account is blocked. */
  blocked: boolean
  /** There is no such account any more. */
  accountGone?: boolean
}

export type Stepper = { /** To be called after each change. */ sync(): void; stop(): void }

/**
 * Keeps a person's store and the server in step: now, after each change, when poked, when looked at, when the network
 * is back, and again after a failure, or while their account is blocked. What was given up because the server broke
 * over it is tried again with the first round of a page, when the network is back, and every hour.
 */
export function keepInStep(store: PersonStore, person: string, tell: (status: SyncStatus) => void): Stepper {
  let [signedOut, blocked] = [false, false]
  let isTryDue = true
  let running: Promise<unknown> = Promise.resolve()
  const stopped = new AbortController()
  const { ask: sync, stop: stopRounds } = runInRounds(round)

  // Before the round that the same event begins.
  addEventListener('online', () => (isTryDue = true), { signal: stopped.signal })
  const hourly = setInterval(() => void tryAgain(), HOUR_MS)
  addEventListener('offline', () => tell({ online: false, troubled: false, signedOut, blocked }), stopped)
  onReturn(sync, stopped.signal)
  onHeardBlocked(sync, stopped.signal)
  const stopListening = onPoke('person', (version) => void heedPoke(version))
  sync()

  async function round(): Promise<RoundOutcome> {
    const work = inOneTab(`hallway-sync-${person}`, exchange).catch(() => 'failed' as const)
    running = work
    const outcome = await work
    if (stopped.signal.aborted) return 'over'
    blocked = outcome === 'blocked'
    signedOut = blocked || outcome === 'signed-out' || outcome === 'account-gone'
    const troubled = outcome === 'troubled'
    const [online, accountGone] = [outcome !== 'failed' && !troubled, outcome === 'account-gone']
    tell({ online, troubled, signedOut, blocked, accountGone })
    // The server tells nobody that they are let in again: they are asked for, ever less often.
    if (blocked) return 'failed'
    if (signedOut) return 'over'
    return outcome === 'done' ? 'done' : 'failed'
  }

  async function exchange(): Promise<Pushed> {
    if (isTryDue) await giveAnotherTry(store)
    isTryDue = false
    return syncOnce(store, person)
  }

  async function tryAgain(): Promise<void> {
    isTryDue = true
    if ((await store.outbox.filter(({ refused }) => refused === 'BROKEN').count()) > 0) sync()
  }

  async function heedPoke(version: number | null): Promise<void> {
    // Most pokes tell of what this device is pushing itself: after its round they are no news.
    await running
    const { cursor } = await progressOf(store)
    if (!signedOut && (version === null || version > cursor)) sync()
  }

  function stop(): void {
    stopRounds()
    clearInterval(hourly)
    stopped.abort()
    stopListening()
  }

  return { sync, stop }
}
