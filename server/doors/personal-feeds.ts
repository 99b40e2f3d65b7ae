import type { Logger } from 'pino'
import type { FoundFeed } from '@/lib/feeds/secret/find-feed'
import { deliver } from '../jobs/deliver'
import { isFresh } from './conditional'
import { isRead, refuse, refuseAsAbsent, type Exchange, type HeaderMap } from './exchange'
import { httpDate, knownBy, represent, type Representation } from '../documents/representation'
import { VersionStore } from '../documents/version-store'
import type { Route } from '../routes'

/** The calendar that a secret opens, or null for one that we never made or that was revoked. */
export type FindFeed = (request: { token: string; userAgent: string | null; now: Date }) => Promise<FoundFeed | null>

const ICS = 'text/calendar; charset=utf-8'
const headers: HeaderMap = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', vary: 'Accept-Encoding' }

/** Writing and compressing a calendar takes longer than asking for it, and most find it as they left it. */
const MOST_BYTES = 32 * 1024 * 1024

/** Answers the feed of a `:secret`. What is not under one is the same 404 as one that was revoked. */
export function serveFeeds({ find, now, log }: { find: FindFeed; now: () => Date; log: Logger }): Route {
  const held = new VersionStore<Representation>(MOST_BYTES)

  return async (exchange, { secret = '' }) => {
    if (!isRead(exchange)) return true
    const { requestId, request } = exchange
    try {
      const found = await find({ token: secret, userAgent: request.headers['user-agent'] ?? null, now: now() })
      const state = found && (await stateOf(found, exchange))
      if (state) deliver(exchange, state, headers)
      else refuseAsAbsent(exchange)
    } catch (error) {
      log.error({ err: error, requestId }, 'A feed could not be rendered')
      refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 60 })
    }
    return true
  }

  /** As it is held; as little as says that the client has it; else written. */
  async function stateOf({ key, known, render }: FoundFeed, { request }: Exchange): Promise<Representation | null> {
    const current = known && held.current(key, known.version)
    if (current) return current
    const named = known?.hash ? knownBy(known.hash, ICS, dateOf(known.lastModified)) : null
    if (named && isFresh(request.headers, named)) return named
    const given = await render()
    if (!given) return null
    const { body, version, lastModified } = given
    return held.get(key, version, () => represent(Buffer.from(body), ICS, dateOf(lastModified)))
  }
}

function dateOf(lastModified: Date | null): string | undefined {
  return lastModified ? httpDate(lastModified) : undefined
}
