import type { IncomingMessage } from 'node:http'
import { refuse, type Exchange } from './exchange'

/** A little above the 20 MB that an import may have, for the form around it. */
export const MOST_BODY_BYTES = 21 * 1024 * 1024
const LINGER_MS = 10_000

/**
 * Refuses a body whose length is said to be too long with 413, and one whose length is not said with 411: browsers
 * always say it. True when it was refused. RFC 9110 §15.5.12, §15.5.14.
 */
export function refuseLongBody(exchange: Exchange, limit = MOST_BODY_BYTES): boolean {
  const { headers } = exchange.request
  if (headers['transfer-encoding'] !== undefined) refuse(exchange, 411, 'INVALID')
  else if (Number(headers['content-length'] ?? 0) > limit) refuse(exchange, 413, 'TOO_LARGE')
  else return false
  linger(exchange.request)
  return true
}

/** What a client still sends is let in and dropped for a while: closed upon, it would never read why it was refused. */
function linger(request: IncomingMessage): void {
  const patience = setTimeout(() => request.socket.destroy(), LINGER_MS)
  for (const event of ['end', 'close'] as const) request.once(event, () => clearTimeout(patience))
  request.resume()
}
