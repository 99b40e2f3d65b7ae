import {
  listeningTo,
  broke,
  hidden,
  left,
  networkBack,
  notConnected,
  opened,
  pokeIn,
  shown,
  tellAfterMs,
  type Connection,
} from './poke-connection'

/** @param version how the topic stands now; null: look for yourself */
export type PokeListener = (version: number | null) => void

const POLL_MS = 30_000

const listeners = new Map<string, Set<PokeListener>>()
const told = new Map<string, number | null>()
// What is about to be told, by topic: said again meanwhile, it is told once, as it was said last.
const due = new Map<string, number | null>()
let connection = notConnected
let source: EventSource | undefined
let retry: ReturnType<typeof setTimeout> | undefined
let polling: ReturnType<typeof setInterval> | undefined
let wired = false

/**
 * Calls back when something moves: `person`, or `conference:<id>`. All of a page share one connection, which the server
 * begins by saying how each topic stands. Where it fails twice running, all are asked to look for themselves, at once
 * and twice a minute.
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
  addEventListener('online', () => become(networkBack(connection, listeners.keys())))
  // A page with an open connection could not be kept for the back button.
  addEventListener('pagehide', () => become(left(connection)))
  addEventListener('pageshow', (event) => event instanceof PageTransitionEvent && event.persisted && connect())
}

function onVisibility(): void {
  const isHidden = document.visibilityState === 'hidden'
  become(isHidden ? hidden(connection, Date.now()) : shown(connection, Date.now(), listeners.keys()))
}

function connect(): void {
  become(listeningTo(connection, listeners.keys()))
}

/** Makes of the page what it is to be. */
function become(next: Connection): void {
  const before = connection
  connection = next
  if (next.line !== before.line) {
    source?.close()
    if (next.line) open(next.line.topics)
  }
  if (next.retry !== before.retry) {
    clearTimeout(retry)
    if (next.retry) retry = setTimeout(connect, next.retry.afterMs)
  }
  if (next.isPolling !== before.isPolling) {
    clearInterval(polling)
    if (next.isPolling) {
      polling = setInterval(poll, POLL_MS)
      poll()
    }
  }
}

function open(topics: string): void {
  source = new EventSource(`/api/live?topics=${encodeURIComponent(topics)}`)
  source.onopen = onOpen
  source.onmessage = ({ data }) => onMessage(data)
  source.onerror = () => become(broke(connection, Math.random()))
}

function onOpen(): void {
  // The server that is back may be one that was put back: its counter says nothing then.
  if (connection.failures > 0) tell('person', null)
  become(opened(connection))
}

function onMessage(data: unknown): void {
  const poke = pokeIn(data)
  if (!poke) return
  const { topic, version } = poke
  const isWaiting = due.has(topic)
  due.set(topic, version)
  if (!isWaiting) setTimeout(() => tellDue(topic), tellAfterMs(poke, Math.random()))
}

function tellDue(topic: string): void {
  const version = due.get(topic) ?? null
  due.delete(topic)
  tell(topic, version)
}

function poll(): void {
  if (document.visibilityState === 'hidden') return
  for (const topic of [...listeners.keys()]) tell(topic, null)
}

/** How a topic stood when this page was last told of it, for whoever begins to listen later; null: not known. */
export function lastTold(topic: string): number | null {
  return told.get(topic) ?? null
}

function tell(topic: string, version: number | null): void {
  told.set(topic, version)
  for (const listener of [...(listeners.get(topic) ?? [])]) listener(version)
}
