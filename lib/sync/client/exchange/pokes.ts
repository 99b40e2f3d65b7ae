import { backoffMs } from './backoff'

/** @param version how the topic stands now; null: look for yourself */
export type PokeListener = (version: number | null) => void

const POLL_MS = 30_000
const SPREAD_MS = 300
const ASLEEP_MS = 30_000

const listeners = new Map<string, Set<PokeListener>>()
let stream: { source: EventSource; topics: string } | null = null
let failures = 0
let retry: ReturnType<typeof setTimeout> | undefined
let polling: ReturnType<typeof setInterval> | undefined
let hiddenAt: number | null = null
let wired = false

/**
 * Calls back when something moves: `person`, or `conference:<id>`. All of a page share one connection, which the server
 * begins by saying how each topic stands. Where it fails twice running, all are asked to look for themselves twice a
 * minute.
 * @returns how to stop
 */
export function onPoke(topic: string, listener: PokeListener): () => void {
  listeners.set(topic, (listeners.get(topic) ?? new Set()).add(listener))
  wire()
  queueMicrotask(connect)
  return () => {
    const listening = listeners.get(topic)
    listening?.delete(listener)
    if (listening?.size === 0) listeners.delete(topic)
    queueMicrotask(connect)
  }
}

function wire(): void {
  if (wired) return
  wired = true
  document.addEventListener('visibilitychange', onVisibility)
  addEventListener('online', connect)
  // A page with an open connection could not be kept for the back button.
  addEventListener('pagehide', leave)
  addEventListener('pageshow', (event) => event instanceof PageTransitionEvent && event.persisted && connect())
}

function leave(): void {
  hangUp()
  stopPolling()
}

function onVisibility(): void {
  if (document.visibilityState === 'hidden') hiddenAt = Date.now()
  else {
    // The connection of a phone that slept is dead, and does not know.
    if (hiddenAt !== null && Date.now() - hiddenAt > ASLEEP_MS) hangUp()
    connect()
  }
}

/** Opens the one connection to what is listened to now; leaves one that is right alone. */
function connect(): void {
  const topics = [...listeners.keys()].sort().join(',')
  if (stream?.topics === topics) return
  hangUp()
  if (topics === '') return stopPolling()
  const source = new EventSource(`/api/live?topics=${encodeURIComponent(topics)}`)
  stream = { source, topics }
  source.onopen = onOpen
  source.onmessage = ({ data }) => onMessage(data)
  source.onerror = onError
}

function hangUp(): void {
  clearTimeout(retry)
  stream?.source.close()
  stream = null
}

function stopPolling(): void {
  clearInterval(polling)
  polling = undefined
}

function onOpen(): void {
  // The server that is back may be one that was put back: its counter says nothing then.
  if (failures > 0) tell('person', null)
  failures = 0
  stopPolling()
}

function onMessage(data: unknown): void {
  const poke = readPoke(data)
  if (!poke) return
  // A hall full of screens hears of the same change: they do not all ask in the same instant.
  const delayMs = poke.topic === 'person' ? 0 : Math.random() * SPREAD_MS
  setTimeout(() => tell(poke.topic, poke.version), delayMs)
}

function onError(): void {
  hangUp()
  failures++
  retry = setTimeout(connect, backoffMs(failures, Math.random()))
  if (failures >= 2) polling ??= setInterval(poll, POLL_MS)
}

function poll(): void {
  if (document.visibilityState === 'hidden') return
  for (const topic of [...listeners.keys()]) tell(topic, null)
}

function tell(topic: string, version: number | null): void {
  for (const listener of [...(listeners.get(topic) ?? [])]) listener(version)
}

function readPoke(data: unknown): { topic: string; version: number | null } | null {
  const value: unknown = typeof data === 'string' ? JSON.parse(data) : null
  if (typeof value !== 'object' || value === null || !('topic' in value) || !('version' in value)) return null
  const { topic, version } = value
  return typeof topic === 'string' && (typeof version === 'number' || version === null) ? { topic, version } : null
}
