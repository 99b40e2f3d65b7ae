import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { loadRoomStatus } from '@/lib/feeds/room-status'
import { learnShowUp, type ShowUp } from '@/lib/rooms/forecast'
import { loadShowUp } from '@/lib/rooms/server/queries'
import type { Conferences, KnownConference } from './conferences'
import { deliver } from '../jobs/deliver'
import { isRead, refuse, refuseAsAbsent, type Exchange, type HeaderMap, type Station } from '../doors/exchange'
import { represent, type Representation } from './representation'
import { maySee } from './visibility'

type Options = { db: PrismaClient; conferences: Conferences; log: Logger; now: () => Date }
type Forms = { fosdem: Representation; full: Representation }
type Entry = {
  forms: Promise<Forms> | null
  /** When what is held was asked of the database. */
  readAtMs: number
  /** The full form's ETag as it was last told. */
  told: string
  version: number
  askedAtMs: number
  timer: NodeJS.Timeout | null
  showUp: ShowUp
  learnedAtMs: number
}

export type RoomStates = {
  /** Answers /c/<slug>/room-states.json and /c/<slug>/rooms.json from memory. */
  station: Station
  /** How the rooms stood when they last changed: a time in milliseconds, which only grows. */
  versionOf(conferenceId: string): number
  close(): void
}

// Fifty stewards tapping at once are one reading of the database, and one poke: soon after the first, and then once a
// second.
const GATHER_MS = 200
const APART_MS = 1_000
// Slots end and reports grow old without a word.
const SWEEP_MS = 15_000
// A screen that only listens asks for nothing all day while nothing changes.
const IDLE_MS = 12 * 3_600_000
const LEARN_MS = 60_000
const ADDRESS = /^\/c\/([a-z0-9-]+)\/(room-states|rooms)\.json$/

/**
 * Keeps the state of the rooms of every conference that somebody looks at, as few readings of the database as the
 * changes need.
 */
export function openRoomStates({ db, conferences, log, now }: Options): RoomStates {
  const entries = new Map<string, Entry>()
  const sweep = setInterval(sweepEntries, SWEEP_MS)
  conferences.onReading((id) => gather(id))

  const station: Station = (exchange) => {
    const match = ADDRESS.exec(exchange.path)
    return match ? answer(exchange, match[1] ?? '', match[2] === 'rooms' ? 'fosdem' : 'full') : false
  }

  async function answer(exchange: Exchange, slug: string, form: keyof Forms): Promise<boolean> {
    if (!isRead(exchange)) return true
    const conference = conferences.at(slug)
    if (!conference || !(await maySee(db, exchange.request.headers.cookie, conference))) refuseAsAbsent(exchange)
    else await give(exchange, conference, form)
    return true
  }

  async function give(exchange: Exchange, conference: KnownConference, form: keyof Forms): Promise<void> {
    const entry = entryOf(conference.id)
    entry.askedAtMs = Date.now()
    try {
      const forms = await (entry.forms ?? read(conference.id, entry))
      deliver(exchange, forms[form], headersOf(conference))
    } catch (error) {
      log.error({ err: error, requestId: exchange.requestId }, 'The rooms could not be read')
      refuse(exchange, 503, 'UNAVAILABLE', { 'retry-after': 5 })
    }
  }

  function entryOf(id: string): Entry {
    const known = entries.get(id)
    if (known) return known
    const made: Entry = {
      forms: null,
      readAtMs: 0,
      told: '',
      version: Date.now(),
      askedAtMs: Date.now(),
      timer: null,
      showUp: learnShowUp([]),
      learnedAtMs: 0,
    }
    entries.set(id, made)
    return made
  }

  /** Reads a moment after the first of many changes; nothing, where nobody looks. */
  function gather(id: string): void {
    const entry = entries.get(id)
    if (!entry || entry.timer) return
    entry.timer = setTimeout(
      () => {
        entry.timer = null
        void refresh(id, entry)
      },
      Math.max(GATHER_MS, entry.readAtMs + APART_MS - Date.now()),
    )
  }

  async function refresh(id: string, entry: Entry): Promise<void> {
    try {
      const { full } = await read(id, entry)
      const [variant] = full.variants.slice(-1)
      if (!variant || variant.etag === entry.told) return
      entry.told = variant.etag
      entry.version = Math.max(entry.version + 1, Date.now())
      conferences.announce({ kind: 'rooms', id, version: entry.version })
    } catch (error) {
      // The sweep asks again.
      log.error({ err: error }, 'The rooms could not be read')
    }
  }

  function read(id: string, entry: Entry): Promise<Forms> {
    const forms = load(id, entry)
    const before = entry.forms
    entry.forms = forms
    entry.readAtMs = Date.now()
    forms.catch(() => {
      if (entry.forms === forms) entry.forms = before
    })
    return forms
  }

  async function load(id: string, entry: Entry): Promise<Forms> {
    if (Date.now() - entry.learnedAtMs > LEARN_MS) {
      entry.learnedAtMs = Date.now()
      entry.showUp = await loadShowUp(db, id, now())
    }
    const { fosdem, full } = await loadRoomStatus(db, id, entry.showUp, now())
    return {
      fosdem: await represent(Buffer.from(fosdem), 'application/json; charset=utf-8'),
      full: await represent(Buffer.from(full), 'application/json; charset=utf-8'),
    }
  }

  function sweepEntries(): void {
    for (const [id, entry] of entries) {
      if (Date.now() - entry.askedAtMs > IDLE_MS) entries.delete(id)
      else if (Date.now() - entry.readAtMs > SWEEP_MS) gather(id)
    }
  }

  function close(): void {
    clearInterval(sweep)
    for (const { timer } of entries.values()) if (timer) clearTimeout(timer)
  }

  return { station, versionOf: (id) => entryOf(id).version, close }
}

const open: HeaderMap = {
  'cache-control': 'public, no-cache',
  vary: 'Accept-Encoding',
  'x-robots-tag': 'noindex',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag',
}
const closed: HeaderMap = {
  'cache-control': 'private, no-cache',
  vary: 'Accept-Encoding, Cookie',
  'x-robots-tag': 'noindex',
}

function headersOf({ visibility }: KnownConference): HeaderMap {
  return visibility === 'public' ? open : closed
}
