import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import pg from 'pg'
import { count } from '@/lib/platform/counts'

type Options = {
  url: string
  log: Logger
  /** The text of one NOTIFY. */
  onMessage: (payload: string) => void
  /** The connection stands, anew after a loss: whatever happened in between was not heard. */
  onConnected: () => void
  /** It was lost: until it stands again nothing is heard. */
  onLost: () => void
}

const CHANNEL = 'hallway'
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000

/**
 * LISTENs on a connection of its own, and again whenever that is lost.
 * @returns ends it
 */
export function listen(options: Options): () => Promise<void> {
  const ending = new AbortController()
  const done = keepListening(options, ending.signal)
  return async () => {
    ending.abort()
    await done
  }
}

async function keepListening(options: Options, ending: AbortSignal): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS
  while (!ending.aborted) {
    const connected = await listenOnce(options, ending)
    if (ending.aborted) return
    if (connected) lose(options)
    pauseMs = connected ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    options.log.warn({ pauseMs }, 'The connection for notifications was lost')
    await wait(pauseMs, undefined, { signal: ending }).catch(() => undefined)
  }
}

function lose({ onLost }: Options): void {
  count('notification_connections', 'lost')
  onLost()
}

/** @returns after the connection has ended, whether it had stood */
async function listenOnce({ url, onMessage, onConnected }: Options, ending: AbortSignal): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'hallway-live' })
  const ended = new Promise<void>((done) => client.once('end', done))
  // An error is followed by the end, which is what is waited for.
  client.on('error', () => undefined)
  client.on('notification', ({ payload }) => onMessage(payload ?? ''))
  const end = () => void client.end().catch(() => undefined)
  ending.addEventListener('abort', end)
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    if (ending.aborted) return true
    count('notification_connections', 'made')
    onConnected()
    await ended
    return true
  } catch {
    end()
    return false
  } finally {
    ending.removeEventListener('abort', end)
  }
}
