import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { recapAddresses } from '@/lib/recaps/addresses'
import { absent, type RecapAnswer } from '@/lib/recaps/server/answer'
import { recapRoutes, type RecapRoute } from '@/lib/recaps/server/recap-routes'
import { shareScriptSource } from '@/lib/recaps/share-script'
import { deliver } from '../jobs/deliver'
import { isRead, refuse, send, type Exchange, type HeaderMap } from './exchange'
import { represent, representAs, type Representation } from '../documents/representation'
import { VersionStore } from '../documents/version-store'
import type { Route, Routes } from '../routes'

type Options = { db: PrismaClient; now: () => Date; publicUrl: string; log: Logger }

const MOST_BYTES = 32 * 1024 * 1024

/** They run nothing but the few lines that share them, and are no form. */
const page: HeaderMap = {
  'content-security-policy':
    `default-src 'none'; script-src ${shareScriptSource}; style-src 'self'; font-src 'self'; img-src 'self'; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  vary: 'Accept-Encoding',
}
const secret: HeaderMap = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
}
// What was withdrawn must not be shown by anybody's cache; a feed's reader may be minutes late.
const open: HeaderMap = { 'cache-control': 'public, no-cache' }
const feed: HeaderMap = {
  'cache-control': 'public, max-age=300',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-expose-headers': 'ETag',
  'x-robots-tag': 'noindex',
  vary: 'Accept-Encoding',
}
// What people uploaded: should a browser take it for a page after all, it is one of no origin that runs nothing.
const picture: HeaderMap = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  // Readers of feeds show them on pages of their own.
  'cross-origin-resource-policy': 'cross-origin',
  vary: 'Accept-Encoding',
}

/**
 * Answers the recaps that everybody may read, their feeds and pictures, and drafts under their secret. They are the
 * same for everyone who looks.
 */
export function serveRecaps({ db, now, publicUrl, log }: Options): Routes {
  const at = recapAddresses(publicUrl)
  const store = new VersionStore<Representation>(MOST_BYTES)

  return Object.fromEntries(Object.entries(recapRoutes).map(([path, answer]) => [path, routeTo(answer)]))

  function routeTo(answer: RecapRoute): Route {
    return async (exchange, params) => {
      if (!isRead(exchange)) return true
      try {
        await give(exchange, (await answer({ db, now: now(), at }, params)) ?? absent(at))
      } catch (error) {
        log.error({ err: error, requestId: exchange.requestId }, 'A recap could not be shown')
        refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 60 })
      }
      return true
    }
  }

  async function give(exchange: Exchange, answer: RecapAnswer): Promise<void> {
    if (answer.kind === 'moved')
      return send(exchange, 301, { location: answer.path, 'cache-control': 'public, max-age=300' })
    if (answer.kind !== 'content')
      return send(
        exchange,
        answer.kind === 'gone' ? 410 : 404,
        { ...page, 'content-type': answer.mediaType, 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' },
        answer.body,
      )
    deliver(exchange, await representationOf(answer), headersOf(answer))
  }

  /** Compressed once for as long as it says the same. */
  async function representationOf({
    body,
    mediaType,
  }: Extract<RecapAnswer, { kind: 'content' }>): Promise<Representation> {
    if (typeof body !== 'string') return representAs({ identity: body }, mediaType)
    return store.get(`${mediaType} ${createHash('sha256').update(body).digest('base64url')}`, 1, () =>
      represent(Buffer.from(body), mediaType),
    )
  }
}

function headersOf({ isPage, isSecret, mediaType }: Extract<RecapAnswer, { kind: 'content' }>): HeaderMap {
  const own = isPage ? page : mediaType.startsWith('image/') ? picture : feed
  const kept = own === feed ? {} : open
  return { ...own, ...kept, ...(isSecret && secret) }
}
