import type { Logger } from 'pino'
import { deliver } from '../jobs/deliver'
import { isRead, refuse, refuseAsAbsent, type HeaderMap } from './exchange'
import { httpDate, represent, type Representation } from '../documents/representation'
import { VersionStore } from '../documents/version-store'
import type { Route } from '../routes'

/** The calendar that a secret opens, or null for one that we never made or that was revoked. */
export type RenderFeed = (request: {
  token: string
  userAgent: string | null
  now: Date
}) => Promise<{ id: string; body: string; lastModified: Date } | null>

const headers: HeaderMap = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', vary: 'Accept-Encoding' }

/** Compressing a plan takes longer than reading it, and most calendars find it as they left it. */
const MOST_BYTES = 16 * 1024 * 1024

/** Answers the feed of a `:secret`. What is not under one is the same 404 as one that was revoked. */
export function serveFeeds({ render, now, log }: { render: RenderFeed; now: () => Date; log: Logger }): Route {
  const compressed = new VersionStore<Representation>(MOST_BYTES)

  return async (exchange, { secret = '' }) => {
    if (!isRead(exchange)) return true
    const { requestId, request } = exchange
    try {
      const feed = await render({ token: secret, userAgent: request.headers['user-agent'] ?? null, now: now() })
      if (!feed) refuseAsAbsent(exchange)
      else {
        const { id, body, lastModified } = feed
        const compress = () => represent(Buffer.from(body), 'text/calendar; charset=utf-8', httpDate(lastModified))
        // Whenever its bytes change, it is dated later.
        deliver(exchange, await compressed.get(id, lastModified.getTime(), compress), headers)
      }
    } catch (error) {
      log.error({ err: error, requestId }, 'A feed could not be rendered')
      refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 60 })
    }
    return true
  }
}
