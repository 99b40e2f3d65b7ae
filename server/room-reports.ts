import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { statusOf } from '@/lib/boundary/status'
import { viewerOfCookies } from '@/lib/people/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'
import { gatherDoors } from '@/lib/rooms/door'
import { gatherReadings } from '@/lib/rooms/gather-readings'
import { recordAttendeeReport, recordStewardReport } from '@/lib/rooms/mutations'
import { loadRoomsOfSessions } from '@/lib/rooms/queries'
import { attendeeReportSchema, stewardReportSchema } from '@/lib/rooms/reports'
import { findDoor } from '@/lib/rooms/steward-links'
import type { Conferences, KnownConference } from './conferences'
import { refuse, send, type Exchange, type Station } from './exchange'
import { readJsonBody } from './json-body'
import { maySee } from './visibility'

type Options = { db: PrismaClient; conferences: Conferences; now: () => Date }

const STEWARD = /^\/api\/v1\/steward\/([\w-]+)$/
const kept = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' }

/**
 * Takes reports about rooms before Next does, since a hall sends them all at once: POST /api/v1/readings from attendees,
 * GET and POST /api/v1/steward/<secret> from stewards.
 */
export function takeRoomReports({ db, conferences, now }: Options): Station {
  // Apart: a steward's tap does not wait for a hall's reports.
  const [insertTaps, insertReports] = [gatherReadings(db), gatherReadings(db)]
  const loadDoor = gatherDoors(db, now)
  // In memory: a process forgets it at its end, and counts no other's. It bounds one device, not a crowd.
  const limiter = new RateLimiterMemory({ points: 60, duration: 3600 })
  const rooms = new Map<string, { version: number; roomsOf: Promise<ReadonlyMap<string, readonly string[]>> }>()

  return (exchange) => {
    const token = STEWARD.exec(exchange.path)?.[1]
    if (token) return answer(exchange, () => atDoor(exchange, token))
    if (exchange.path === '/api/v1/readings') return answer(exchange, () => fromAttendee(exchange))
    return false
  }

  async function answer(exchange: Exchange, run: () => Promise<unknown>): Promise<boolean> {
    try {
      const value = await run()
      if (value === undefined) send(exchange, 204, kept)
      else send(exchange, 200, kept, JSON.stringify(value))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refuse(exchange, statusOf(error.code), error.code)
    }
    return true
  }

  async function atDoor({ request }: Exchange, token: string): Promise<unknown> {
    const door = await findDoor(db, token)
    if (!door) throw new AppError('NOT_FOUND', 'steward link')
    if (request.method === 'POST') await recordStewardReport(db, insertTaps, door, parse(stewardReportSchema, await readJsonBody(request)), now())
    return loadDoor(door)
  }

  async function fromAttendee({ request }: Exchange): Promise<void> {
    if (request.method !== 'POST') throw new AppError('INVALID', 'method')
    const report = parse(attendeeReportSchema, await readJsonBody(request))
    const conference = conferences.get(report.conference)
    if (!conference || !(await maySee(db, request.headers.cookie, conference))) throw new AppError('NOT_FOUND', 'conference')
    const viewer = await viewerOfCookies(db, request.headers.cookie)
    const userId = viewer.kind === 'user' ? viewer.id : null
    await limiter.consume(userId ?? report.device).catch(() => Promise.reject(new AppError('RATE_LIMITED', 'reports')))
    await recordAttendeeReport(insertReports, { userId, conferenceId: conference.id, roomsOf: await roomsOf(conference) }, report, now())
  }

  /** Which rooms a session is in changes with the conference's version only. */
  function roomsOf({ id, version }: KnownConference): Promise<ReadonlyMap<string, readonly string[]>> {
    const known = rooms.get(id)
    if (known?.version === version) return known.roomsOf
    const found = loadRoomsOfSessions(db, id)
    rooms.set(id, { version, roomsOf: found })
    found.catch(() => rooms.delete(id))
    return found
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new AppError('INVALID', parsed.error.issues.map(({ path }) => path.join('.')).join(', '))
  return parsed.data
}
