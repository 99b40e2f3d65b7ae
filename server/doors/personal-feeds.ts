import type { Logger } from 'pino'
import type { GivenFeed } from '@/lib/feeds/document'
import type { FoundFeed } from '@/lib/feeds/secret/find-feed'
import { AppError } from '@/lib/platform/errors'
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
      if (!found) return absent(exchange)
      deliver(exchange, await stateOf(found, exchange), headers)
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return absent(exchange)
      log.error({ err: error, requestId }, 'A feed could not be rendered')
      refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 60 })
    }
    return true
  }

  /** As it is held; as little as says that the client has it; else written, once however many ask. */
  async function stateOf({ key, known, render }: FoundFeed, { request }: Exchange): Promise<Representation> {
    const current = known && held.current(key, known.version)
    if (current) return current
    const named = known?.hash ? knownBy(known.hash, ICS, dateOf(known.lastModified)) : null
    if (named && isFresh(request.headers, named)) return named
    if (known) return held.get(key, known.version, async () => written(await render()))
    const given = await render()
    return held.get(key, given?.version ?? 0, () => written(given))
  }
}

/** @throws {AppError} NOT_FOUND when there is nothing in it */
async function written(given: GivenFeed | null): Promise<Representation> {
  if (!given) throw new AppError('NOT_FOUND')
  return represent(Buffer.from(given.body), ICS, { lastModified: dateOf(given.lastModified) })
}

function absent(exchange: Exchange): true {
  refuseAsAbsent(exchange)
  return true
}

function dateOf(lastModified: Date | null): string | undefined {
  return lastModified ? httpDate(lastModified) : undefined
}
