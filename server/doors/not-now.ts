import { RETRY_S } from '@/lib/boundary/failure'
import { statusOf } from '@/lib/boundary/status'
import { languageFor, type KeptPage } from '../documents/kept-pages'
import type { Shells } from '../documents/shell-pages'
import { refuse, send, type Exchange } from './exchange'

/** Answers that it cannot be done now, and when to ask again. */
export type SayNotNow = (exchange: Exchange) => Promise<void>

const later = { 'retry-after': RETRY_S }

/**
 * What somebody hears of a fault that passes: a browser the page of what its own device keeps, which says so in their
 * language; whatever else asks, UNAVAILABLE.
 * @param shells absent: there is none of them
 */
export function makeSayNotNow(shells?: Shells): SayNotNow {
  return async (exchange) => {
    const page =
      shells && wantsPage(exchange) ? await shells(languageFor(exchange.request.headers)).catch(() => null) : null
    if (page) sendPage(exchange, page)
    else refuse(exchange, statusOf('UNAVAILABLE'), 'UNAVAILABLE', later)
  }
}

function sendPage(exchange: Exchange, { headers, representation }: KeptPage): void {
  const own = { ...headers, ...later, 'cache-control': 'no-store', 'content-type': representation.mediaType }
  send(exchange, statusOf('UNAVAILABLE'), own, representation.variants.at(-1)?.bytes)
}

/** Does a browser ask, to show it? */
function wantsPage({ request: { method, headers }, path }: Exchange): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (headers.rsc !== undefined || path.startsWith('/api/') || /\.[^/]*$/.test(path)) return false
  return headers.accept?.includes('text/html') ?? false
}
