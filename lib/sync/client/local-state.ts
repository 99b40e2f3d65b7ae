import { useSyncExternalStore } from 'react'
import type { Engine } from './engine'
import type { OutboxEntry, ShownPicks } from './outbox'

/** What the screens know of this device's own store. */
export type LocalState = {
  /** The store was read: what is not here is not there. */
  ready: boolean
  picks: ShownPicks
  /** How many changes the server has not answered for. */
  waiting: number
  /** Changes that the server will not take, with their reason. */
  refused: readonly OutboxEntry[]
  /** The server answered last time. */
  online: boolean
  /** The server no longer takes this person's changes from here: they wait for the next sign-in. */
  signedOut: boolean
}

const empty: LocalState = { ready: false, picks: new Map(), waiting: 0, refused: [], online: true, signedOut: false }

let state = empty
let engine: Promise<Engine> | null = null
const listeners = new Set<() => void>()

/** A part of the local state, which draws the screen anew only when that part is another. */
export function useLocalState<Part>(select: (state: LocalState) => Part): Part {
  return useSyncExternalStore(watch, () => select(state), () => select(empty))
}

/** The store and its outbox; their code is fetched at the first call, so that a schedule can be read before it is there. */
export function withEngine(): Promise<Engine> {
  engine ??= import('./engine').then(({ startEngine }) => startEngine(publish))
  // Without a network there may be no code either: the next call asks again.
  engine.catch(() => (engine = null))
  return engine
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  void withEngine().catch(() => undefined)
  return () => listeners.delete(listener)
}

function publish(change: Partial<LocalState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}
