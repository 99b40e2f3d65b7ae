import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import type { ConferenceDocument } from '@/lib/feeds/document'
import { AppError } from '@/lib/platform/errors'
import type { Conferences, KnownConference } from './conferences'
import { deliver } from '../jobs/deliver'
import { matchDocument, type DocumentMatch } from './document-path'
import { isRead, refuse, refuseAsAbsent, send, type Exchange, type HeaderMap, type Station } from '../doors/exchange'
import { represent, type Representation } from './representation'
import { VersionStore } from './version-store'
import { maySee } from './visibility'

type Options = {
  db: PrismaClient
  log: Logger
  conferences: Conferences
  documents: readonly ConferenceDocument[]
  publicUrl: string
  instanceId: string
}

const MOST_BYTES = 256 * 1024 * 1024

/**
 * Answers /c/<slug>/<document> from memory: each document is rendered and compressed once per version of its
 * conference.
 */
export function serveDocuments(options: Options): Station {
  const { db, log, conferences, documents } = options
  const store = new VersionStore<Representation>(MOST_BYTES)

  return (exchange) => {
    const match = matchDocument(exchange.path, documents)
    if (!match) return false
    if (!isRead(exchange)) return true
    const conference = conferences.at(match.slug)
    const current =
      conference?.visibility === 'public' ? store.current(keyOf(match, conference), conference.version) : undefined
    if (!conference || !current) return answer(exchange, match, conference)
    deliver(exchange, current, headersOf(match.document, conference))
    return true
  }

  async function answer(
    exchange: Exchange,
    match: DocumentMatch,
    conference: KnownConference | undefined,
  ): Promise<boolean> {
    if (!conference || !(await maySee(db, exchange.request.headers.cookie, conference))) refuseAsAbsent(exchange)
    else await give(exchange, match, conference)
    return true
  }

  async function give(exchange: Exchange, match: DocumentMatch, conference: KnownConference): Promise<void> {
    const key = keyOf(match, conference)
    try {
      const representation = await store.get(key, conference.version, () => render(match, conference, store.last(key)))
      deliver(exchange, representation, headersOf(match.document, conference))
    } catch (error) {
      if (error instanceof Moved)
        return redirect(exchange, `/c/${conference.slug}/${error.path}`, headersOf(match.document, conference))
      if (error instanceof AppError && error.code === 'NOT_FOUND') return refuseAsAbsent(exchange)
      log.error(
        { err: error, requestId: exchange.requestId, document: match.document.path },
        'A document could not be rendered',
      )
      const previous = store.last(key)
      // An older calendar is better than none; an empty one would clear people's plans.
      if (previous) deliver(exchange, previous, headersOf(match.document, conference))
      else refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 60 })
    }
  }

  async function render(
    { document, params }: DocumentMatch,
    conference: KnownConference,
    previous: Representation | undefined,
  ): Promise<Representation> {
    const content = await document.render({
      db,
      conference,
      params,
      publicUrl: options.publicUrl,
      instanceId: options.instanceId,
    })
    if (content === null) throw new AppError('NOT_FOUND')
    if (typeof content === 'object' && 'movedTo' in content) throw new Moved(content.movedTo)
    return represent(Buffer.from(content), document.mediaType, laterThan(previous?.lastModified, conference.updatedAt))
  }
}

/** The document has another address now: nothing to keep in memory. */
class Moved extends Error {
  constructor(readonly path: string) {
    super(path)
  }
}

/** 301 is what every calendar follows. It is asked for again after a while: a merge can be taken back. */
function redirect(exchange: Exchange, location: string, headers: HeaderMap): void {
  send(exchange, 301, { ...headers, location })
}

function keyOf({ name }: DocumentMatch, { id }: KnownConference): string {
  return `${id} ${name}`
}

const open: HeaderMap = { 'x-robots-tag': 'noindex', vary: 'Accept-Encoding' }
const headersOfPublic: Record<ConferenceDocument['cache'], HeaderMap> = {
  feed: {
    ...open,
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag',
  },
  live: { ...open, 'cache-control': 'public, no-cache' },
}
const headersOfPrivate: HeaderMap = {
  'x-robots-tag': 'noindex',
  'cache-control': 'private, no-cache',
  vary: 'Accept-Encoding, Cookie',
}

function headersOf(document: ConferenceDocument, { visibility }: KnownConference): HeaderMap {
  return visibility === 'public' ? headersOfPublic[document.cache] : headersOfPrivate
}

/**
 * The HTTP date of a change. HTTP counts seconds: a second change within one is dated one later, or If-Modified-Since
 * would miss it.
 */
function laterThan(previous: string | undefined, changedAt: Date): string {
  const second = Math.ceil(changedAt.getTime() / 1000) * 1000
  return new Date(previous ? Math.max(second, Date.parse(previous) + 1000) : second).toUTCString()
}
