import { createHmac } from 'node:crypto'
import type { Logger } from 'pino'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { statusOf } from '@/lib/boundary/status'
import { isGone } from '@/lib/people/server/is-gone'
import { viewerOfCookies } from '@/lib/people/server/viewer-of-cookies'
import { addressGroup } from '@/lib/platform/client-address'
import { AppError } from '@/lib/platform/errors'
import { hashToken } from '@/lib/platform/ids'
import { consume } from '@/lib/platform/rate-limit'
import { gatherDoors } from '@/lib/rooms/server/door'
import { gatherReadings } from '@/lib/rooms/server/gather-readings'
import { recordAttendeeReport, recordStewardReport } from '@/lib/rooms/server/mutations'
import { loadRoomsOfSessions } from '@/lib/rooms/server/queries'
import { attendeeReportSchema, stewardReportSchema } from '@/lib/rooms/reports'
import { findDoor } from '@/lib/rooms/server/steward-links'
import type { Conferences, KnownConference } from '../documents/conferences'
import { refuse, send, type Exchange } from './exchange'
import { readJsonBody } from './json-body'
import { maySee } from '../documents/visibility'
import type { Route } from '../routes'
import { visitorAddress } from './visitor'

type Options = {
  db: PrismaClient
  conferences: Conferences
  now: () => Date
  log: Logger
  /** How many proxies are believed. */ trustProxy: number
  secret: string
}

const kept = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' }

type RoomReports = { /** POST */ fromAttendee: Route; /** GET and POST, by the link's `:secret`. */ atDoor: Route }

/** Takes reports about rooms before Next does, since a hall sends them all at once. */
export function takeRoomReports({ db, conferences, now, log, trustProxy, secret }: Options): RoomReports {
  // Apart: a steward's tap does not wait for a hall's reports.
  const [insertTaps, insertReports] = [gatherReadings(db), gatherReadings(db)]
  const loadDoor = gatherDoors(db, now)
  // In memory, for they keep a crowd from one process and count no other's; how much one of the crowd may say all
  // processes count together. A device is what it says it is; an address may be a whole hall's.
  const [byAddress, byLink] = [
    new RateLimiterMemory({ points: 10_000, duration: 3600 }),
    new RateLimiterMemory({ points: 1_200, duration: 600 }),
  ]
  const rooms = new Map<string, { version: number; roomsOf: Promise<ReadonlyMap<string, readonly string[]>> }>()

  return {
    fromAttendee: (exchange) => answer(exchange, () => fromAttendee(exchange)),
    atDoor: (exchange, params) => answer(exchange, () => atDoor(exchange, params.secret ?? '')),
  }

  async function answer(exchange: Exchange, run: () => Promise<unknown>): Promise<boolean> {
    try {
      const value = await run()
      if (value === undefined) send(exchange, 204, kept)
      else send(exchange, 200, kept, JSON.stringify(value))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'RATE_LIMITED')
        log.warn(
          {
            requestId: exchange.requestId,
            limit: error.detail,
            from: addressGroup(visitorAddress(exchange.request, trustProxy)),
          },
          'A report was refused',
        )
      refuse(exchange, statusOf(error.code), error.code)
    }
    return true
  }

  async function atDoor({ request }: Exchange, token: string): Promise<unknown> {
    const door = await findDoor(db, token)
    if (!door) throw new AppError('NOT_FOUND', 'steward link')
    await count(byLink, door.stewardLinkId, 'stewardLink')
    if (request.method === 'POST')
      await recordStewardReport(db, insertTaps, door, parse(stewardReportSchema, await readJsonBody(request)), now())
    return loadDoor(door)
  }

  async function fromAttendee({ request }: Exchange): Promise<void> {
    if (request.method !== 'POST') throw new AppError('INVALID', 'method')
    const report = parse(attendeeReportSchema, await readJsonBody(request))
    const conference = conferences.get(report.conference)
    if (!conference || !(await maySee(db, request.headers.cookie, conference)))
      throw new AppError('NOT_FOUND', 'conference')
    const viewer = await viewerOfCookies(db, request.headers.cookie)
    const userId = viewer.kind === 'user' ? viewer.id : null
    const address = addressGroup(visitorAddress(request, trustProxy))
    if (!userId) await count(byAddress, address, 'reportsByAddress')
    await consume(db, 'reportByClient', userId ?? hashToken(`${address} ${report.device}`))
    await recordAttendeeReport(
      insertReports,
      {
        userId,
        origin: originOf(conference.id, address),
        conferenceId: conference.id,
        roomsOf: await roomsOf(conference),
      },
      report,
      now(),
    ).catch(async (error: unknown) => {
      throw (await isGone(db, viewer)) ? new AppError('ACCOUNT_GONE', 'person') : error
    })
  }

  /**
   * Tells guests behind one address from others without keeping the address: another in each conference, and nothing
   * without our secret.
   */
  function originOf(conferenceId: string, address: string): string {
    return createHmac('sha256', secret).update(`origin ${conferenceId} ${address}`).digest('base64url').slice(0, 22)
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

async function count(limiter: RateLimiterMemory, key: string, name: string): Promise<void> {
  await limiter.consume(key).catch(() => Promise.reject(new AppError('RATE_LIMITED', name)))
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new AppError('INVALID', parsed.error.issues.map(({ path }) => path.join('.')).join(', '))
  return parsed.data
}
