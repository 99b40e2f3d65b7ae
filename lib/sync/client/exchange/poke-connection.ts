import { backoffMs } from './backoff'

/**
 * How a page hears of changes: the one connection that it may have, and what stands in for it. Another object for
 * `line` or `retry` is another connection, or another try.
 */
export type Connection = {
  /** The open one, and what it listens to. */
  line: { topics: string } | null
  /** When it is to be tried again. */
  retry: { afterMs: number } | null
  /** So many broke in a row. */
  failures: number
  /** All look for themselves twice a minute. */
  isPolling: boolean
  hiddenAt: number | null
}

export type Poke = {
  topic: string
  version: number | null
  /** So many hear it that they are to ask within so long, and not at once. */ spreadMs?: number
}

const SPREAD_MS = 300
const LONGEST_SPREAD_MS = 60_000
const ASLEEP_MS = 30_000

export const notConnected: Connection = { line: null, retry: null, failures: 0, isPolling: false, hiddenAt: null }

/** Somebody listens or no longer does: one connection to what is listened to now; one that is right is left alone. */
export function listeningTo(state: Connection, listened: Iterable<string>): Connection {
  const topics = [...listened].sort().join(',')
  if (state.line?.topics === topics) return state
  return topics === '' ? left(state) : { ...state, line: { topics }, retry: null }
}

/** The page is looked at. The connection of a phone that slept is dead, and does not know. */
export function shown(state: Connection, at: number, listened: Iterable<string>): Connection {
  const hasSlept = state.hiddenAt !== null && at - state.hiddenAt > ASLEEP_MS
  return listeningTo(hasSlept ? { ...state, line: null } : state, listened)
}

/**
 * The network is back. A connection of before may be dead, and does not know; and what was told over it meanwhile could
 * not be fetched: a new one begins by saying how everything stands.
 */
export function networkBack(state: Connection, listened: Iterable<string>): Connection {
  return listeningTo({ ...state, line: null }, listened)
}

/** The page is not looked at any more. */
export function hidden(state: Connection, at: number): Connection {
  return { ...state, hiddenAt: at }
}

/** The page is put aside, or nobody listens. */
export function left(state: Connection): Connection {
  return { ...state, line: null, retry: null, isPolling: false }
}

/** The server answers. */
export function opened(state: Connection): Connection {
  return { ...state, failures: 0, isPolling: false }
}

/** It broke, or never came about. */
export function broke(state: Connection, random: number): Connection {
  const failures = state.failures + 1
  return {
    ...state,
    line: null,
    retry: { afterMs: backoffMs(failures, random) },
    failures,
    isPolling: state.isPolling || failures >= 2,
  }
}

/** What is said over it; null: nothing that this version knows. */
export function pokeIn(data: unknown): Poke | null {
  const value: unknown = typeof data === 'string' ? JSON.parse(data) : null
  if (typeof value !== 'object' || value === null || !('topic' in value) || !('version' in value)) return null
  const { topic, version } = value
  if (typeof topic !== 'string' || (typeof version !== 'number' && version !== null)) return null
  const spreadMs = 'spreadMs' in value && typeof value.spreadMs === 'number' ? value.spreadMs : 0
  return { topic, version, ...(spreadMs > 0 && { spreadMs: Math.min(spreadMs, LONGEST_SPREAD_MS) }) }
}

/** When it is told: a hall full of screens hears of the same change, and they do not all ask in the same instant. */
export function tellAfterMs({ topic, spreadMs = SPREAD_MS }: Poke, random: number): number {
  return topic === 'person' ? 0 : random * spreadMs
}
