import { dateOn, MINUTE_MS } from '@/lib/platform/time'
import type { Agenda, AgendaRoom, AgendaSession } from '@/lib/program/agenda'
import { DOORS_MINUTES, hasDoors } from '@/lib/program/doors'
import { partAt, partOf, withoutFrame } from '@/lib/program/parts'
import { takenBy } from '@/lib/program/taken-time'
import { isNews, type AnnouncementNow } from './announcements'
import { HOLDS_MINUTES } from './attendee-voices'
import type { RoomStateNow } from './room-states'

/** What the sign at a room's door says at one moment. */
export type Sign = {
  room: AgendaRoom
  /** What is on there, the one that began last first: it is what people come for. */
  now: AgendaSession[]
  /** What comes, today's or else the next day's, by its start. */
  next: AgendaSession[]
  /** Of today, without a time. */
  untimed: AgendaSession[]
  /** Something was there today, or comes. */
  hasToday: boolean
  /** How the room stands; null: nobody says so, or it is of too long ago to be believed. */
  state: RoomStateNow | null
  /** For everybody, for this room, or for what is on or comes today; the newest first. */
  announcements: AnnouncementNow[]
}

type Known = {
  /** Of the conference's rooms, or of this one alone. */ state: RoomStateNow | null
  announcements: readonly AnnouncementNow[]
  /** When the server was heard last; null: it never was. */ heardAt: Date | null
}

const MOST_NEXT = 4
const MOST_ANNOUNCEMENTS = 2

/** The room that a sign was made for, or what it became: it may have been merged since. Null: it is gone. */
export function roomOfSign(agenda: Agenda, room: { id?: string; slug: string }): AgendaRoom | null {
  const found = (room.id && partOf(agenda, 'room', room.id)) || partAt(agenda, 'room', room.slug)
  return found?.kind === 'room' ? found.part : null
}

/**
 * Says what stands at a room's door, by the clock of the device alone: what it knows may be hours old, and is right all
 * the same; only how full the room is grows untrue, and is left out by then.
 */
export function signOf(agenda: Agenda, room: AgendaRoom, { state, announcements, heardAt }: Known, now: Date): Sign {
  const { timeZone } = agenda.conference
  const today = dateOn(now, timeZone)
  const here = withoutFrame(agenda.sessions.filter(({ rooms }) => rooms.includes(room.id)))
  const timed = here.flatMap((session) => {
    const taken = timeOfSession(session)
    return taken ? [{ session, ...taken, isToday: dateOn(new Date(taken.start), timeZone) === today }] : []
  })
  const on = timed.filter(({ start, end }) => start <= now.getTime() && now.getTime() < end)
  const coming = timed.filter(({ start }) => start > now.getTime()).sort((a, b) => a.start - b.start)
  const first = coming[0] && dateOn(new Date(coming[0].start), timeZone)
  const next = coming.filter(({ start }) => dateOn(new Date(start), timeZone) === first)
  const untimed = here.filter(({ startAt, dayOn, status }) => !startAt && dayOn === today && status !== 'cancelled')
  const shown = {
    now: on.sort((a, b) => rank(b.session) - rank(a.session) || b.start - a.start).map(({ session }) => session),
    next: next.slice(0, MOST_NEXT).map(({ session }) => session),
  }
  return {
    room,
    ...shown,
    untimed,
    hasToday: untimed.length > 0 || on.length > 0 || timed.some(({ isToday }) => isToday),
    state: state && isBelieved(state, shown, heardAt, now) ? state : null,
    announcements: announcements
      .filter((one) => isNews(one, now) && concerns(one, room, [...shown.now, ...next.map(({ session }) => session)]))
      .slice(0, MOST_ANNOUNCEMENTS),
  }
}

/** Does it stand for more than a break or a desk that is open all day, and does it take place? */
function rank(session: AgendaSession): number {
  return (session.status === 'cancelled' ? 0 : 2) + (hasDoors(session) ? 1 : 0)
}

function timeOfSession({ startAt, endAt }: AgendaSession): { start: number; end: number } | null {
  return startAt ? takenBy({ startAt: new Date(startAt), endAt: endAt ? new Date(endAt) : null }) : null
}

/** It is about what is on, or about to begin, and not of longer ago than a reading holds. */
function isBelieved(state: RoomStateNow, shown: Pick<Sign, 'now' | 'next'>, heardAt: Date | null, now: Date): boolean {
  const saidAt = state.at ? Date.parse(state.at) : heardAt?.getTime()
  if (saidAt === undefined || now.getTime() - saidAt > HOLDS_MINUTES * MINUTE_MS) return false
  // Of a room in which nothing is on, and which nobody waits for, nothing is said: how full it is matters to nobody.
  if (state.session === null) return false
  const soon = shown.next.filter(
    ({ startAt }) => Date.parse(startAt ?? '') - now.getTime() <= DOORS_MINUTES * MINUTE_MS,
  )
  return [...shown.now, ...soon].some(({ id }) => id === state.session)
}

function concerns({ room, session }: AnnouncementNow, here: AgendaRoom, sessions: readonly AgendaSession[]): boolean {
  if (session) return sessions.some(({ id }) => id === session)
  return room === null || room === here.id
}
