import { HOUR_MS } from '@/lib/platform/time'
import type { Picks } from '@/lib/planning/schema'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AnnouncementList } from './announcements-schema'

export type AnnouncementNow = AnnouncementList[number]

/** An announcement is news for this long. */
export const NEWS_HOURS = 24

/** Is it still news? */
export function isNews({ at }: Pick<AnnouncementNow, 'at'>, now: Date): boolean {
  return now.getTime() - Date.parse(at) < NEWS_HOURS * HOUR_MS
}

/**
 * Does an announcement concern whoever made these picks? Each device decides that by its own: no server needs to know
 * who picked what. A room's concerns whoever has a session there that day which is not over.
 */
export function concernsMe(
  { room, session }: Pick<AnnouncementNow, 'room' | 'session'>,
  picks: Picks,
  sessions: readonly AgendaSession[],
  now: Date,
): boolean {
  const isMine = (id: string) => picks.get(id) === 'first' || picks.get(id) === 'planB'
  if (session) return isMine(session)
  if (!room) return true
  return sessions.some(
    ({ id, rooms, startAt, endAt }) =>
      rooms.includes(room) && isMine(id) && startAt !== undefined && isToday(startAt, endAt, now),
  )
}

/** It is on, or begins within half a day. */
function isToday(startAt: string, endAt: string | undefined, now: Date): boolean {
  return Date.parse(startAt) < now.getTime() + 12 * HOUR_MS && Date.parse(endAt ?? startAt) > now.getTime()
}
