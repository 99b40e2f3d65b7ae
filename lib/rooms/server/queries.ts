import type { Database } from '@/lib/platform/db'
import { DAY_MS, MINUTE_MS } from '@/lib/platform/time'
import { DOORS_MINUTES, KINDS_WITHOUT_DOORS } from '@/lib/program/doors'
import { takenBy } from '@/lib/program/taken-time'
import { forecastOf, type Forecast, type ShowUp } from '../forecast'
import { countPicks } from './forecasts'
import { about, among, loadReadings } from './load-readings'
import { mutedOf } from './mute-reports'
import { occupancyOf } from '../occupancy'
import type { Occupancy } from '../schema'

const LONGEST_SLOT_MS = DAY_MS

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
  const readings = await loadReadings(db, conferenceId, new Date(now.getTime() - LONGEST_SLOT_MS), doors)
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
      endAt: new Date(takenBy({ startAt, endAt }).end),
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
