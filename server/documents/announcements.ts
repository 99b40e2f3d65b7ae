import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { listAnnouncements } from '@/lib/rooms/server/announce'
import type { Conferences } from './conferences'
import { deliver } from '../jobs/deliver'
import { isRead, refuse, refuseAsAbsent, type Exchange, type HeaderMap, type Station } from '../doors/exchange'
import { represent, type Representation } from './representation'
import { maySee } from './visibility'

type Options = { db: PrismaClient; conferences: Conferences; log: Logger }
type Kept = { representation: Promise<Representation>; readAtMs: number }

export type AnnouncementStation = {
  /** Answers /c/<slug>/announcements.json from memory. */
  station: Station
  /** When this process last heard of one: a time in milliseconds, which only grows. */
  versionOf(conferenceId: string): number
}

const ADDRESS = /^\/c\/([a-z0-9-]+)\/announcements\.json$/
// Should a notification be lost, screens that ask again learn of it by then.
const LASTS_MS = 30_000
const openedAtMs = Date.now()

/**
 * Keeps what organizers announced, for every screen that asks; whoever listens is poked when there is something new or
 * something is withdrawn.
 */
export function openAnnouncements({ db, conferences, log }: Options): AnnouncementStation {
  const kept = new Map<string, Kept>()
  const versions = new Map<string, number>()
  conferences.onAnnouncement((id) => {
    kept.delete(id)
    const version = Math.max((versions.get(id) ?? 0) + 1, Date.now())
    versions.set(id, version)
    conferences.announce({ kind: 'announcements', id, version })
  })

  const station: Station = (exchange) => {
    const slug = ADDRESS.exec(exchange.path)?.[1]
    return slug ? answer(exchange, slug) : false
  }

  async function answer(exchange: Exchange, slug: string): Promise<boolean> {
    if (!isRead(exchange)) return true
    const conference = conferences.at(slug)
    if (!conference || !(await maySee(db, exchange.request.headers.cookie, conference))) refuseAsAbsent(exchange)
    else await give(exchange, conference.id, conference.visibility === 'public' ? open : closed)
    return true
  }

  async function give(exchange: Exchange, id: string, headers: HeaderMap): Promise<void> {
    try {
      deliver(exchange, await read(id), headers)
    } catch (error) {
      log.error({ err: error, requestId: exchange.requestId }, 'The announcements could not be read')
      refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 5 })
    }
  }

  function read(id: string): Promise<Representation> {
    const known = kept.get(id)
    if (known && Date.now() - known.readAtMs < LASTS_MS) return known.representation
    const representation = listAnnouncements(db, id).then((list) =>
      represent(Buffer.from(JSON.stringify(list)), 'application/json; charset=utf-8'),
    )
    kept.set(id, { representation, readAtMs: Date.now() })
    representation.catch(() => kept.delete(id))
    return representation
  }

  return { station, versionOf: (id) => versions.get(id) ?? openedAtMs }
}

const open: HeaderMap = { 'cache-control': 'public, no-cache', vary: 'Accept-Encoding', 'x-robots-tag': 'noindex' }
const closed: HeaderMap = {
  'cache-control': 'private, no-cache',
  vary: 'Accept-Encoding, Cookie',
  'x-robots-tag': 'noindex',
}
