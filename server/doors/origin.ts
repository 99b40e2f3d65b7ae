import type { IncomingMessage } from 'node:http'
import { refuse, type Exchange } from './exchange'

const READS: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS']

/** Is this a request that may change something? */
export function isWrite({ method }: IncomingMessage): boolean {
  return !READS.includes(method)
}

/**
 * Refuses a write that another site made a browser send, with 403. A client that is no browser names no origin:
 * it may write to /api/v1, where it has no cookie to abuse.
 * @returns true when it was refused
 */
export function refuseForeignWrite(exchange: Exchange, publicOrigin: string): boolean {
  const { request, path } = exchange
  if (!isWrite(request) || isOurs(request, publicOrigin) || isMachine(request, path)) return false
  refuse(exchange, 403, 'FORBIDDEN')
  return true
}

function isOurs({ headers }: IncomingMessage, publicOrigin: string): boolean {
  if (headers.origin !== undefined) return headers.origin === publicOrigin || hostOf(headers.origin) === headers.host
  return headers['sec-fetch-site'] === 'same-origin'
}

function isMachine({ headers }: IncomingMessage, path: string): boolean {
  return (
    path.startsWith('/api/v1/') &&
    headers.origin === undefined &&
    headers['sec-fetch-site'] === undefined &&
    headers.cookie === undefined
  )
}

/** The host of an origin as a Host header would say it; "null" and other nonsense have none. */
export function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host || null : null
}
