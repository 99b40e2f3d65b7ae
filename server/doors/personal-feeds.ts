import type { Logger } from 'pino'
import { deliver } from '../jobs/deliver'
import { isRead, refuse, refuseAsAbsent, type HeaderMap } from './exchange'
import { represent } from '../documents/representation'
import type { Route } from '../routes'

/** The calendar that a secret opens, or null for one that we never made or that was revoked. */
export type RenderFeed = (request: {
  token: string
  userAgent: string | null
  now: Date
}) => Promise<{ body: string; lastModified: Date } | null>

const headers: HeaderMap = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', vary: 'Accept-Encoding' }

/** Answers the feed of a `:secret`. What is not under one is the same 404 as one that was revoked. */
export function serveFeeds({ render, now, log }: { render: RenderFeed; now: () => Date; log: Logger }): Route {
  return async (exchange, { secret = '' }) => {
    if (!isRead(exchange)) return true
    const { requestId, request } = exchange
    try {
      const at = now()
      const feed = await render({
        token: secret,
        userAgent: request.headers['user-agent'] ?? null,
        now: at,
      })
      if (feed)
        deliver(
          exchange,
          await represent(Buffer.from(feed.body), 'text/calendar; charset=utf-8', settledDate(feed.lastModified, at)),
          headers,
        )
      else refuseAsAbsent(exchange)
    } catch (error) {
      log.error({ err: error, requestId }, 'A feed could not be rendered')
      refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 60 })
    }
    return true
  }
}

/**
 * The HTTP date of a change. HTTP counts seconds: a second that is not over may bring another change, and has none yet.
 */
function settledDate(changedAt: Date, now: Date): string | undefined {
  const second = Math.floor(changedAt.getTime() / 1000)
  return now.getTime() >= (second + 1) * 1000 ? new Date(second * 1000).toUTCString() : undefined
}
