import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { conferenceAddress } from '@/lib/program/conference-address'
import type { Conferences, KnownConference } from './conferences'
import { deliver } from '../jobs/deliver'
import { matchDocument, type DocumentMatch } from './document-path'
import { Moved, type DocumentSource } from './document-source'
import {
  isRead,
  refuse,
  refuseAsAbsent,
  send,
  tellOptions,
  type Exchange,
  type HeaderMap,
  type Station,
} from '../doors/exchange'
import { maySee } from './visibility'

type Options = { db: PrismaClient; log: Logger; conferences: Conferences; sources: readonly DocumentSource[] }
type Match = DocumentMatch<DocumentSource>

/** Answers /c/<slug>/<document> to whoever may see the conference. */
export function serveDocuments({ db, log, conferences, sources }: Options): Station {
  return (exchange) => {
    const match = matchDocument(exchange.path, sources)
    if (!match) return refuseCalendar(exchange)
    const conference = conferences.at(match.slug)
    if (exchange.request.method === 'OPTIONS' && conference?.visibility === 'public') {
      tellOptions(exchange, match.document.headers)
      return true
    }
    if (!isRead(exchange)) return true
    const held = conference?.visibility === 'public' ? match.document.held?.({ ...match, conference }) : undefined
    if (!conference || !held) return answer(exchange, match, conference)
    deliver(exchange, held, headersOf(match.document, conference))
    return true
  }

  async function answer(exchange: Exchange, match: Match, conference: KnownConference | undefined): Promise<boolean> {
    if (!conference || !(await maySee(db, exchange.request.headers.cookie, conference))) refuseAsAbsent(exchange)
    else await give(exchange, match, conference)
    return true
  }

  async function give(exchange: Exchange, { document, ...match }: Match, conference: KnownConference): Promise<void> {
    const wanted = { ...match, conference }
    const headers = headersOf(document, conference)
    try {
      deliver(exchange, await document.get(wanted), headers)
    } catch (error) {
      if (error instanceof Moved) return redirect(exchange, conferenceAddress(conference.slug, error.path), headers)
      if (error instanceof AppError && error.code === 'NOT_FOUND') return refuseAsAbsent(exchange)
      log.error(
        { err: error, requestId: exchange.requestId, document: document.path },
        'A document could not be rendered',
      )
      const previous = document.last?.(wanted)
      // An older calendar is better than none; an empty one would clear people's plans.
      if (previous) deliver(exchange, previous, headers)
      else refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': document.retryAfterS })
    }
  }
}

/** A calendar that is none is no page either: programs that read one would take it for an empty one. */
function refuseCalendar(exchange: Exchange): boolean {
  const isCalendar = exchange.path.startsWith('/c/') && exchange.path.endsWith('.ics')
  if (isCalendar) refuseAsAbsent(exchange)
  return isCalendar
}

function headersOf({ headers, always }: DocumentSource, { visibility }: KnownConference): HeaderMap {
  return { ...(visibility === 'public' ? headers : headersOfPrivate), ...always }
}

/** 301 is what every calendar follows. It is asked for again after a while: a merge can be taken back. */
function redirect(exchange: Exchange, location: string, headers: HeaderMap): void {
  send(exchange, 301, { ...headers, location })
}

const headersOfPrivate: HeaderMap = {
  'x-robots-tag': 'noindex',
  'cache-control': 'private, no-cache',
  vary: 'Accept-Encoding, Cookie',
}
