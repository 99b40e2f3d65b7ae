import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** Takes no more connections, lets answers under way finish within the deadline, and closes the rest. */
export async function endServer(server: Server, deadlineMs: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  // A connection whose last answer ends after the closing would be kept alive for a next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const patience = new AbortController()
  await Promise.race([closed, wait(deadlineMs, undefined, { signal: patience.signal }).catch(() => undefined)])
  patience.abort()
  clearInterval(sweep)
  server.closeAllConnections()
  await closed
}
