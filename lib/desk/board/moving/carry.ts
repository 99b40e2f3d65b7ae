import { MINUTE_MS } from '@/lib/platform/time'
import { ASSUMED_MS } from '@/lib/program/taken-time'
import type { BoardSession, BoardPlace } from '../board'

/** So fine is what is moved by hand; fields take every minute. */
export const STEP_MINUTES = 5

/** Where what is carried would lie: from when, in milliseconds since 1970, and in which room; null: in none. */
export type Landing = { start: number; roomId: string | null }

/** What is carried, and where it was taken up. */
export type Carried = {
  /** The one that the hand holds first. */ sessions: readonly BoardSession[]
  /** In whose column it was held; null: without a room, or in the tray. */ roomId: string | null
}
export type LandedSession = { session: BoardSession; place: BoardPlace }

/**
 * Where all that is carried comes to lie: the first where the hand lets go of it, the others as far from it as they
 * were, in time and in rooms. What had no time comes one after the other.
 * @param rooms of the board from left to right; null stands for those without a room
 */
export function land(
  { sessions: [held, ...others], roomId }: Carried,
  landing: Landing,
  { dayOn, rooms }: { dayOn: string; rooms: readonly (string | null)[] },
): LandedSession[] {
  if (!held) return []
  const first = put(held, landing.start, { dayOn, from: roomId, to: landing.roomId })
  const [byMs, byRooms] = [
    held.startAt ? landing.start - Date.parse(held.startAt) : 0,
    rooms.indexOf(landing.roomId) - rooms.indexOf(roomId),
  ]
  let free = Date.parse(first.endAt ?? first.startAt ?? '')
  return [
    { session: held, place: first },
    ...others.map((session): LandedSession => {
      if (session.startAt && held.startAt) {
        const from = session.roomIds[0] ?? null
        const to = rooms[clamp(rooms.indexOf(from) + byRooms, rooms.length)] ?? null
        return { session, place: put(session, Date.parse(session.startAt) + byMs, { dayOn, from, to }) }
      }
      const place = put(session, free, { dayOn, from: session.roomIds[0] ?? null, to: landing.roomId })
      free = Date.parse(place.endAt ?? '') || free + ASSUMED_MS
      return { session, place }
    }),
  ]
}

/** Into the tray: its day stays, and so does its room, for whoever finds it a new time. */
export function toTray(sessions: readonly BoardSession[]): LandedSession[] {
  return sessions.map((session) => ({ session, place: { ...placeOf(session), startAt: null, endAt: null } }))
}

/** A session with another start or end; at least one step is left of it. @param at in milliseconds since 1970 */
export function resize(session: BoardSession, edge: 'start' | 'end', at: number): LandedSession {
  const start = Date.parse(session.startAt ?? '')
  const end = start + boardLength(session)
  const least = STEP_MINUTES * MINUTE_MS
  const place = placeOf(session)
  return {
    session,
    place:
      edge === 'start'
        ? { ...place, startAt: iso(Math.min(at, end - least)), endAt: iso(end) }
        : { ...place, endAt: iso(Math.max(at, start + least)) },
  }
}

/** How long a session is on the board, in milliseconds: without an end as long as it is taken to last. */
export function boardLength({ startAt, endAt }: BoardPlace): number {
  const length = Date.parse(endAt ?? '') - Date.parse(startAt ?? '')
  return length > 0 ? length : ASSUMED_MS
}

function put(
  session: BoardSession,
  start: number,
  { dayOn, from, to }: { dayOn: string; from: string | null; to: string | null },
): BoardPlace {
  // Without an end it stays so, unless it comes out of the tray.
  const isOpen = session.startAt !== null && session.endAt === null
  const rooms = session.roomIds.includes(from ?? '')
    ? session.roomIds.map((id) => (id === from ? to : id))
    : [to, ...(session.startAt ? session.roomIds : [])]
  return {
    dayOn,
    startAt: iso(start),
    endAt: isOpen ? null : iso(start + boardLength(session)),
    roomIds: [...new Set(rooms)].filter((id) => id !== null),
  }
}

function placeOf({ dayOn, startAt, endAt, roomIds }: BoardPlace): BoardPlace {
  return { dayOn, startAt, endAt, roomIds }
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1)
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
