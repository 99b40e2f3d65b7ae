import type { Logger } from 'pino'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Agenda } from '@/lib/program/agenda'
import { slicePart } from '@/lib/program/agenda-day'
import { announcementsDocument } from '@/lib/rooms/announcements-document'
import { announcementsSchema } from '@/lib/rooms/announcements-schema'
import { roomStatesSchema } from '@/lib/rooms/room-states'
import { roomStatesDocument } from '@/lib/rooms/room-states-document'
import { findSign } from '@/lib/rooms/server/sign-links'
import type { SignDocument } from '@/lib/rooms/sign-document'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import type { Conferences, KnownConference } from '../documents/conferences'
import type { DocumentSource } from '../documents/document-source'
import { representAs } from '../documents/representation'
import { deliver } from '../jobs/deliver'
import type { Route } from '../routes'
import { isRead, refuse, refuseAsAbsent, type HeaderMap } from './exchange'

type Options = {
  db: PrismaClient
  conferences: Conferences
  /** What changes without the programme, held in memory. */ sources: readonly DocumentSource[]
  log: Logger
}

const headers: HeaderMap = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', vary: 'Accept-Encoding' }
const MOST_AGENDAS = 50

/**
 * Answers what a sign at one room's door shows, by its `:secret`: of that room and no other. The database is asked
 * whose the secret is; the rest is in memory.
 */
export function serveSigns({ db, conferences, sources, log }: Options): Route {
  const agendas = new Map<string, { version: number; agenda: Promise<Agenda | null> }>()
  // In memory, like a steward's: several screens may share an address.
  const byLink = new RateLimiterMemory({ points: 1_200, duration: 600 })

  return async (exchange, { secret = '' }) => {
    if (!isRead(exchange)) return true
    try {
      const sign = await findSign(db, secret)
      const conference = sign && conferences.get(sign.conferenceId)
      if (!conference) return absent()
      if (!(await byLink.consume(sign.signLinkId).catch(() => null))) {
        refuse(exchange, 429, 'RATE_LIMITED')
        return true
      }
      const document = await documentOf(conference, sign.roomId)
      if (!document) return absent()
      const identity = Buffer.from(JSON.stringify(document))
      // Asked for four times a minute, and mostly as it was: to compress it would take longer than to send it.
      deliver(exchange, representAs({ identity }, 'application/json; charset=utf-8'), headers)
    } catch (error) {
      log.error({ err: error, requestId: exchange.requestId }, 'A sign could not be rendered')
      refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 15 })
    }
    return true

    function absent(): true {
      refuseAsAbsent(exchange)
      return true
    }
  }

  async function documentOf(conference: KnownConference, room: string): Promise<SignDocument | null> {
    const agenda = await agendaOf(conference)
    if (!agenda) return null
    const part = slicePart(agenda, 'room', room)
    const [states, announcements] = await Promise.all([
      read(roomStatesDocument.name, conference),
      read(announcementsDocument.name, conference),
    ])
    const ids = new Set(part.sessions.map(({ id }) => id))
    return {
      // The tables around the room tell of no other.
      agenda: { ...part, rooms: part.rooms.filter(({ id }) => id === room), walks: undefined, floors: undefined },
      room,
      state: roomStatesSchema.parse(states).rooms.find((one) => one.room === room) ?? null,
      announcements: announcementsSchema
        .parse(announcements)
        .filter((one) => (one.session ? ids.has(one.session) : one.room === null || one.room === room)),
    }
  }

  function agendaOf({ id, version }: KnownConference): Promise<Agenda | null> {
    const known = agendas.get(id)
    if (known?.version === version) return known.agenda
    const agenda = loadAgenda(db, id)
    if (agendas.size >= MOST_AGENDAS) agendas.clear()
    agendas.set(id, { version, agenda })
    agenda.catch(() => agendas.delete(id))
    return agenda
  }

  async function read(name: string, conference: KnownConference): Promise<unknown> {
    const source = sources.find(({ path }) => path === name)
    const held = await source?.get({ conference, name, params: {} })
    return JSON.parse(held?.variants.at(-1)?.bytes.toString() ?? 'null')
  }
}
