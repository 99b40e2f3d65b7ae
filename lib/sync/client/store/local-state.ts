import { useSyncExternalStore } from 'react'
import type { Engine } from '../exchange/engine'
import { keepTrying } from '../exchange/keep-trying'
import { deviceCode } from './device-code'
import { nothingKnown, type LocalState } from '../exchange/known-state'

let state = nothingKnown
let engine: Promise<Engine> | null = null
const listeners = new Set<() => void>()

/** A part of the local state, which draws the screen anew only when that part is another. */
export function useLocalState<Part>(select: (state: LocalState) => Part): Part {
  return useSyncExternalStore(
    watch,
    () => select(state),
    () => select(nothingKnown),
  )
}

/** What is known at this moment, for what is not drawn. */
export function localState(): LocalState {
  return state
}

/**
 * Gives the engine, with the store of whoever is here. Its code is fetched at the first call, so that a schedule can be
 * read before it is there; without a network it waits for one.
 */
export function withEngine(): Promise<Engine> {
  engine ??= start()
  // Without a network there may be no code either: the next call asks again.
  engine.catch(() => (engine = null))
  return engine
}

/** What is known once this device's own store has been read, for what is tapped before that. */
export async function readLocalState(): Promise<LocalState> {
  await withEngine()
  return untilLocalState(({ ready }) => ready)
}

/** What is known as soon as this holds of it. */
export function untilLocalState(holds: (state: LocalState) => boolean): Promise<LocalState> {
  return new Promise((done) => {
    const look = () => {
      if (!holds(state)) return
      forgetThis()
      done(state)
    }
    const forgetThis = watch(look)
    look()
  })
}

async function start(): Promise<Engine> {
  const { startDevice } = await keepTrying(await deviceCode())
  return startDevice({ change, forget })
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  void withEngine().catch(() => undefined)
  return () => listeners.delete(listener)
}

function change(part: Partial<LocalState>): void {
  state = { ...state, ...part }
  for (const listener of listeners) listener()
}

/** Somebody else is here now: nothing of what was shown is theirs. */
function forget(): void {
  state = nothingKnown
  for (const listener of listeners) listener()
}
