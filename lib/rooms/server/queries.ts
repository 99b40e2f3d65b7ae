import type { Database } from '@/lib/platform/db'
import { DAY_MS, MINUTE_MS } from '@/lib/platform/time'
import { DOORS_MINUTES, KINDS_WITHOUT_DOORS } from '@/lib/program/doors'
import { forecastOf, learnShowUp, type Counted, type Forecast, type ShowUp } from '../forecast'
import { mutedOf } from './mute-reports'
import { occupancyOf } from '../occupancy'
import { levelSchema, type Occupancy, type Reading } from '../schema'

const LONGEST_SLOT_MS = DAY_MS
/** Whoever says nothing new of a session without an end says it of half an hour. */
const ASSUMED_MS = 30 * MINUTE_MS

/** How full one room is, and of which session that is said; null: nothing is on there, or soon. */
export type RoomNow = { roomId: string; sessionId: string | null; capacity: number | null; occupancy: Occupancy }

/**
 * Each room of a conference as it is now, in the rooms' order. Four queries, however many rooms and readings.
 * @param showUp null: no forecast is wanted
 * @param doors some rooms, by their stewards' word alone: a hall that reports would keep its stewards waiting
 */
export async function loadRoomsNow(
  db: Database,
  conferenceId: string,
  showUp: ShowUp | null,
  now: Date,
  doors?: readonly string[],
): Promise<RoomNow[]> {
  const rooms = await db.room.findMany({
    where: { conferenceId, archivedAt: null, id: among(doors) },
    select: { id: true, capacity: true, reportsMutedAt: true, reportsMutedUntil: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  const { slots, ends } = await loadSlots(db, conferenceId, now, doors)
  const picks = showUp
    ? await countPicks(
        db,
        [...slots.values()].map(({ id }) => id),
      )
    : new Map<string, number>()
  const readings = await loadReadings(db, conferenceId, now, doors)
  return rooms.map((room) => {
    const slot = slots.get(room.id)
    const capacity = slot?.capacity ?? room.capacity
    const known = { readings: about(slot?.id, readings.get(room.id)), capacity, muted: mutedOf(room), now }
    if (!slot)
      return {
        roomId: room.id,
        sessionId: null,
        capacity,
        occupancy: occupancyOf({ ...known, slot: pause(ends.get(room.id), now), forecast: null }),
      }
    const forecast = showUp && forecastOf({ picks: picks.get(slot.id) ?? 0, capacity }, showUp)
    return {
      roomId: room.id,
      sessionId: slot.id,
      capacity,
      occupancy: occupancyOf({ ...known, slot, forecast: warningOf(forecast) }),
    }
  })
}

/** A forecast warns and never promises: where few plan with Hallway, few picks say nothing of free seats. */
function warningOf(forecast: Forecast | null): 'full' | 'nearlyFull' | null {
  return forecast?.state === 'full' || forecast?.state === 'nearlyFull' ? forecast.state : null
}

type Slot = { id: string; startAt: Date; endAt: Date; capacity: number | null }

/** Where nothing is on people may be all the same: what is read counts from the end of the session before. */
function pause(endedAt: Date | undefined, now: Date): { startAt: Date; endAt: Date } {
  const from = endedAt?.getTime() ?? now.getTime() - LONGEST_SLOT_MS
  return { startAt: new Date(from + DOORS_MINUTES * MINUTE_MS), endAt: new Date(now.getTime() + LONGEST_SLOT_MS) }
}

/**
 * By room: the session that is on, else the one whose doors are open; and when the last one ended. Where two are on at
 * once the later one is what people go to.
 */
async function loadSlots(
  db: Database,
  conferenceId: string,
  now: Date,
  only?: readonly string[],
): Promise<{ slots: Map<string, Slot>; ends: Map<string, Date> }> {
  const sessions = await db.session.findMany({
    where: {
      conferenceId,
      rooms: only && { some: { roomId: among(only) } },
      status: { not: 'cancelled' },
      kind: { notIn: [...KINDS_WITHOUT_DOORS] },
      startAt: {
        gt: new Date(now.getTime() - LONGEST_SLOT_MS),
        lte: new Date(now.getTime() + DOORS_MINUTES * MINUTE_MS),
      },
    },
    select: { id: true, startAt: true, endAt: true, capacity: true, rooms: { select: { roomId: true } } },
    orderBy: { startAt: 'asc' },
  })
  const [slots, ends] = [new Map<string, Slot>(), new Map<string, Date>()]
  for (const { rooms, startAt, endAt, ...session } of sessions) {
    if (!startAt) continue
    const slot = {
      ...session,
      startAt,
      endAt: endAt && endAt > startAt ? endAt : new Date(startAt.getTime() + ASSUMED_MS),
    }
    for (const { roomId } of rooms) {
      const before = ends.get(roomId)
      if (slot.endAt <= now) ends.set(roomId, before && before > slot.endAt ? before : slot.endAt)
      // Its doors open while the one before goes on: people want to know of that one until it ends.
      else if (!slots.has(roomId) || slot.startAt <= now) slots.set(roomId, slot)
    }
  }
  return { slots, ends }
}

/** How many picked each session as their first choice. */
async function countPicks(db: Database, sessionIds: string[]): Promise<Map<string, number>> {
  const groups = await db.pick.groupBy({
    by: ['sessionId'],
    where: { sessionId: { in: sessionIds }, rank: 'first', droppedAt: null },
    _count: true,
  })
  return new Map(groups.map(({ sessionId, _count }) => [sessionId, _count]))
}

/** What was read in a room, and of which session if only of that. */
type Heard = { sessionId: string | null; reading: Reading }

/** A steward speaks of the room, an attendee of one session: who waits for the next one says nothing of this. */
function about(session: string | undefined, heard: readonly Heard[] = []): Reading[] {
  return heard.filter(({ sessionId }) => sessionId === null || sessionId === session).map(({ reading }) => reading)
}

async function loadReadings(
  db: Database,
  conferenceId: string,
  now: Date,
  doors?: readonly string[],
): Promise<Map<string, Heard[]>> {
  const rows = await db.reading.findMany({
    where: {
      conferenceId,
      roomId: among(doors),
      stewardLinkId: doors && { not: null },
      mutedAt: null,
      readAt: { gt: new Date(now.getTime() - LONGEST_SLOT_MS) },
    },
    select: {
      roomId: true,
      sessionId: true,
      kind: true,
      delta: true,
      level: true,
      minutes: true,
      stewardLinkId: true,
      userId: true,
      deviceId: true,
      origin: true,
      readAt: true,
    },
    orderBy: [{ readAt: 'asc' }, { id: 'asc' }],
  })
  const byRoom = new Map<string, Heard[]>()
  for (const row of rows) {
    const reading = readingOf(row)
    const known = byRoom.get(row.roomId) ?? []
    byRoom.set(row.roomId, known)
    if (reading) known.push({ sessionId: row.sessionId, reading })
  }
  return byRoom
}

function among(ids: readonly string[] | undefined) {
  return ids && { in: [...ids] }
}

type Row = {
  kind: 'count' | 'level' | 'queue' | 'delay'
  delta: number | null
  level: string | null
  minutes: number | null
  stewardLinkId: string | null
  userId: string | null
  deviceId: string | null
  origin: string | null
  readAt: Date
}

function readingOf({
  kind,
  delta,
  level,
  minutes,
  stewardLinkId,
  userId,
  deviceId,
  origin,
  readAt: at,
}: Row): Reading | null {
  const voice = stewardLinkId
    ? { kind: 'steward' as const }
    : { kind: 'attendee' as const, person: userId ?? deviceId ?? '', isGuest: userId === null, origin }
  if (kind === 'count') return delta === null ? null : { voice, at, kind, delta }
  if (kind !== 'level') return minutes === null ? null : { voice, at, kind, minutes }
  if (level === 'entered') return { voice, at, kind: level }
  const known = levelSchema.safeParse(level)
  return known.success ? { voice, at, kind, level: known.data } : null
}

/** The rooms of each session of a conference that is in one, the first one first. */
export async function loadRoomsOfSessions(
  db: Database,
  conferenceId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const places = await db.sessionRoom.findMany({
    where: { session: { conferenceId } },
    select: { sessionId: true, roomId: true },
    orderBy: { position: 'asc' },
  })
  const rooms = new Map<string, string[]>()
  for (const { sessionId, roomId } of places) rooms.set(sessionId, [...(rooms.get(sessionId) ?? []), roomId])
  return rooms
}

/** What a conference's counted sessions teach about how many come. */
export async function loadShowUp(db: Database, conferenceId: string, now: Date): Promise<ShowUp> {
  const counted = await db.$queryRaw<(Counted & { sessionId: string })[]>`
    SELECT s."id" AS "sessionId", max(coalesce(s."capacity", r."capacity"))::int AS "capacity",
      (SELECT count(*)::int FROM "Pick" p
        WHERE p."sessionId" = s."id" AND p."rank" = 'first' AND p."droppedAt" IS NULL) AS "picks",
      greatest(0, sum(c."delta"))::int AS "count"
    FROM "Session" s
    JOIN "SessionRoom" sr ON sr."sessionId" = s."id"
    JOIN "Room" r ON r."id" = sr."roomId"
    JOIN "Reading" c ON c."roomId" = r."id"
      AND c."kind" = 'count' AND c."stewardLinkId" IS NOT NULL AND c."mutedAt" IS NULL
      AND c."readAt" >= s."startAt" - make_interval(mins => ${DOORS_MINUTES}) AND c."readAt" < s."endAt"
    WHERE s."conferenceId" = ${conferenceId}::uuid AND s."endAt" <= ${now}
      AND s."kind" NOT IN ('break', 'service', 'container')
    GROUP BY s."id"`
  return learnShowUp(counted)
}

/**
 * Lists the sessions that have not begun and whose forecast says more than "unlikely to be full". Cancelled ones, and
 * kinds that have no door, are not among them.
 * @param showUp how many people come for each pick
 */
export async function listLikelyFull(
  db: Database,
  conferenceId: string,
  showUp: ShowUp,
  now: Date,
): Promise<({ sessionId: string } & Forecast)[]> {
  const sessions = await db.session.findMany({
    where: {
      conferenceId,
      startAt: { gt: now },
      status: { not: 'cancelled' },
      kind: { notIn: [...KINDS_WITHOUT_DOORS] },
    },
    select: {
      id: true,
      capacity: true,
      rooms: { select: { room: { select: { capacity: true } } }, orderBy: { position: 'asc' }, take: 1 },
    },
    orderBy: [{ startAt: 'asc' }, { number: 'asc' }],
  })
  const picks = await countPicks(
    db,
    sessions.map(({ id }) => id),
  )
  return sessions.flatMap(({ id, capacity, rooms: [first] }) => {
    const forecast = forecastOf(
      { picks: picks.get(id) ?? 0, capacity: capacity ?? first?.room.capacity ?? null },
      showUp,
    )
    return forecast && forecast.fullProbability >= WORTH_SAYING ? [{ sessionId: id, ...forecast }] : []
  })
}

const WORTH_SAYING = 0.3
