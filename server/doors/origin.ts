import type { IncomingMessage } from 'node:http'
import { isForeignWrite, isWrite } from '@/lib/boundary/origin'
import { refuse, type Exchange } from './exchange'

/**
 * Refuses a write that another site made a browser send, with 403; and one that does not say where it comes from, but
 * of a client that is no browser to /api/v1, where it has no cookie to abuse.
 * @returns true when it was refused
 */
export function refuseForeignWrite(exchange: Exchange, publicOrigin: string): boolean {
  const { request, path } = exchange
  const { method, headers } = request
  const get = (name: string) => headers[name]?.toString() ?? null
  if (!isForeignWrite({ method, headers: { get } }, publicOrigin) && (namesItself(request) || isMachine(request, path)))
    return false
  refuse(exchange, 403, 'FORBIDDEN')
  return true
}

function namesItself(request: IncomingMessage): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  return !isWrite(request) || origin !== undefined || site === 'same-origin'
}

function isMachine({ headers }: IncomingMessage, path: string): boolean {
  return (
    path.startsWith('/api/v1/') &&
    headers.origin === undefined &&
    headers['sec-fetch-site'] === undefined &&
    headers.cookie === undefined
  )
}
