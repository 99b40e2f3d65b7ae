import type { Database } from '@/lib/platform/db'
import { MINUTE_MS } from '@/lib/platform/time'
import { KINDS_WITHOUT_DOORS } from '@/lib/program/doors'
import { isLikelyFull } from '../forecast'
import { mutedOf } from './mute-reports'
import { listLikelyFull, loadShowUp } from './forecasts'
import { loadRoomsNow } from './queries'
import type { Occupancy, RoomState } from '../schema'
import { TREND_MINUTES, trendOf, type Trend } from '../trend'

/** One room on an organizer's wall. */
export type WallRoom = {
  id: string
  name: string
  capacity: number | null
  occupancy: Occupancy
  /** Null: nobody counts there. */
  trend: Trend | null
  /** Attendees' word is not believed now. */
  isMuted: boolean
  session: { title: string; language: string | null } | null
  /** What begins there next, and how many are likely to come (null: nothing is known of that). */
  next: { title: string; language: string | null; startAt: Date; expected: number | null; isLikelyFull: boolean } | null
}

/** Every room of a conference, the most urgent first. */
export async function loadWall(db: Database, conferenceId: string, now: Date): Promise<WallRoom[]> {
  const showUp = await loadShowUp(db, conferenceId, now)
  const [states, likely] = [
    await loadRoomsNow(db, conferenceId, showUp, now),
    await listLikelyFull(db, conferenceId, showUp, now),
  ]
  const rooms = await db.room.findMany({
    where: { conferenceId, archivedAt: null },
    select: { id: true, name: true, reportsMutedAt: true, reportsMutedUntil: true },
  })
  const [sessions, changes] = [
    await listSessions(
      db,
      conferenceId,
      states.flatMap(({ sessionId }) => sessionId ?? []),
      now,
    ),
    await listCounts(db, conferenceId, now),
  ]
  const [roomOf, titleOf, forecastOf] = [
    new Map(rooms.map((room) => [room.id, room])),
    new Map(sessions.map((session) => [session.id, session])),
    new Map(likely.map((one) => [one.sessionId, one])),
  ]
  const wall = states.flatMap(({ roomId, sessionId, capacity, occupancy }): WallRoom[] => {
    const room = roomOf.get(roomId)
    if (!room) return []
    const [session, next] = [
      titleOf.get(sessionId ?? ''),
      sessions.find(
        ({ id, startAt, rooms: inRooms }) =>
          id !== sessionId && startAt && startAt > now && inRooms.some((place) => place.roomId === roomId),
      ),
    ]
    const [muted, forecast] = [mutedOf(room), forecastOf.get(next?.id ?? '')]
    const counted = occupancy.origin === 'door' && occupancy.count !== null ? occupancy.count : null
    return [
      {
        id: roomId,
        name: room.name,
        capacity,
        occupancy,
        trend:
          counted === null
            ? null
            : trendOf(
                counted,
                changes.filter((change) => change.roomId === roomId),
                capacity,
                now,
              ),
        isMuted: muted !== undefined && (muted.until === null || muted.until > now),
        session: session ? { title: session.title, language: session.language } : null,
        next: next?.startAt
          ? {
              title: next.title,
              language: next.language,
              startAt: next.startAt,
              expected: forecast?.expected ?? null,
              isLikelyFull: forecast !== undefined && isLikelyFull(forecast),
            }
          : null,
      },
    ]
  })
  return wall.sort((a, b) => urgencyOf(b) - urgencyOf(a))
}

const alarm: Record<RoomState, number> = { full: 5, closed: 4, nearlyFull: 3, filling: 2, open: 1, unknown: 0 }

/**
 * What somebody must go and see to comes first: full rooms, then those that fill up; where that is the same, what is
 * counted before what is only likely, then queues, then a crowd that is still to come.
 */
export function urgencyOf({
  occupancy: { state, origin, queueMinutes },
  trend,
  next,
}: Pick<WallRoom, 'occupancy' | 'trend' | 'next'>): number {
  const isSeen = origin === 'door' || origin === 'attendees'
  return (
    alarm[state] * 1_000 +
    (isSeen ? 500 : 0) +
    Math.min(queueMinutes ?? 0, 240) +
    (trend?.direction === 'rising' ? 20 : 0) +
    (next?.isLikelyFull ? 10 : 0)
  )
}

function listSessions(db: Database, conferenceId: string, on: string[], now: Date) {
  return db.session.findMany({
    where: {
      conferenceId,
      OR: [
        { id: { in: on } },
        { startAt: { gt: now }, status: { not: 'cancelled' }, kind: { notIn: [...KINDS_WITHOUT_DOORS] } },
      ],
    },
    select: { id: true, title: true, language: true, startAt: true, rooms: { select: { roomId: true } } },
    orderBy: [{ startAt: 'asc' }, { number: 'asc' }],
  })
}

async function listCounts(
  db: Database,
  conferenceId: string,
  now: Date,
): Promise<{ roomId: string; at: Date; delta: number }[]> {
  const rows = await db.reading.findMany({
    where: {
      conferenceId,
      kind: 'count',
      stewardLinkId: { not: null },
      mutedAt: null,
      readAt: { gt: new Date(now.getTime() - TREND_MINUTES * MINUTE_MS) },
    },
    select: { roomId: true, delta: true, readAt: true },
  })
  return rows.map(({ roomId, delta, readAt }) => ({ roomId, at: readAt, delta: delta ?? 0 }))
}
