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
// Until it stands no requests are sent here: a database that failed over is not kept waiting for.
const LONGEST_PAUSE_MS = 1_000
// Nobody says goodbye where a machine is gone or a network is cut.
const PATIENCE = { connectionTimeoutMillis: 10_000, query_timeout: 10_000, keepAlive: true } as const
const ASKED_EVERY_MS = 20_000

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
  const client = new pg.Client({ ...PATIENCE, connectionString: url, application_name: 'hallway-live' })
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
    await Promise.race([ended, untilSilent(client, ending)])
    end()
    return true
  } catch {
    end()
    return false
  } finally {
    ending.removeEventListener('abort', end)
  }
}

/** Resolves when the server answers no more, or is only a copy of the one that is written to: it tells nothing. */
async function untilSilent(client: pg.Client, ending: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await wait(ASKED_EVERY_MS, undefined, { signal: ending })
      const { rows } = await client.query<{ copy: boolean }>('SELECT pg_is_in_recovery() AS copy')
      if (rows[0]?.copy !== false) return
    }
  } catch {
    // It is over, one way or the other.
  }
}
