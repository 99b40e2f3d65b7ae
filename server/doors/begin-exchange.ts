import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Exchange } from './exchange'
import type { Security } from './security'

const PROXYS_ID = /^[\w.-]{16,128}$/

/** A request as it goes through the front door, with the id by which its log lines are found. */
export function beginExchange(
  request: IncomingMessage,
  response: ServerResponse,
  { security, trustProxy }: { security: Security; trustProxy: number },
): Exchange {
  const [path, query] = splitAddress(request.url ?? '')
  const requestId = requestIdOf(request, trustProxy)
  return {
    request,
    response,
    requestId,
    path,
    query,
    headers: { ...security.headersFor(path), 'x-request-id': requestId },
  }
}

/** What a proxy of ours calls it: its log and ours tell of one thing. A visitor's own word counts for nothing. */
function requestIdOf({ headers }: IncomingMessage, trustProxy: number): string {
  const given = headers['x-request-id']
  return trustProxy > 0 && typeof given === 'string' && PROXYS_ID.test(given) ? given : randomUUID()
}

function splitAddress(url: string): [path: string, query: string] {
  const mark = url.indexOf('?')
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
}
