import { nearestWalk } from '@/lib/planning/walking'
import { drawnSpan, timeSpanOf } from '@/lib/planning/time-span'
import { dateOn } from '@/lib/platform/time'
import type { Agenda, AgendaRoom, AgendaSession } from '@/lib/program/agenda'
import { isGiven } from '@/lib/program/parts'
import type { RoomStateNow } from './room-states'

/** One room as people look for one: how it stands, what is on, what comes that day, and how far it is. */
export type TiledRoom = {
  room: AgendaRoom
  /** Null: nobody has said anything yet. */
  state: RoomStateNow | null
  /** What its state is about: on, or about to begin. */
  session: AgendaSession | null
  /** That session has begun. */
  isOn: boolean
  /** What comes after that on the day that is shown. */
  next: AgendaSession | null
  /** Minutes on foot from where its person is; null: nobody knows where that is. */
  walkMinutes: number | null
}

export type RoomTiles = {
  /** Whose rooms are shown: today, the next day of the conference, or its last one. Absent: it has none. */
  day: string | undefined
  /** Free and near first. */
  shown: TiledRoom[]
  /** Nothing is in these on that day. */
  idle: TiledRoom[]
}

/** How far down a room stands: those that one can walk into come first, those where it is over last. */
const places = { free: 0, unknown: 1, nearlyFull: 2, full: 3, closed: 4, later: 5, over: 6 } as const

/**
 * The rooms of a conference in the order in which somebody wants them who looks for one now.
 * @param from the rooms where its person is, if that is known
 */
export function roomTiles(
  agenda: Agenda,
  states: ReadonlyMap<string, RoomStateNow>,
  from: readonly AgendaRoom[],
  now: Date,
): RoomTiles {
  const today = dateOn(now, agenda.conference.timeZone)
  const sessions = agenda.sessions.filter(isInRooms)
  const nextDay = agenda.days.find((one) => one >= today) ?? agenda.days.at(-1)
  const day = sessions.some((session) => isOnAt(session, now)) ? today : nextDay
  const thatDay = inRooms(sessions.filter((session) => session.dayOn === day || isOnAt(session, now)))
  const byId = new Map(sessions.map((session) => [session.id, session]))
  const tiles = agenda.rooms.map((room, index): TiledRoom & { index: number; isIdle: boolean } => {
    const here = thatDay.get(room.id) ?? []
    const state = states.get(room.id) ?? null
    const session = byId.get(state?.session ?? '') ?? here.find((one) => isOnAt(one, now)) ?? null
    return {
      room,
      state,
      session,
      isOn: session !== null && isOnAt(session, now),
      next: here.find((one) => one !== session && Date.parse(one.startAt ?? '') > now.getTime()) ?? null,
      walkMinutes: nearestWalk(from, [room], agenda.walks),
      index,
      isIdle: here.length === 0 && session === null,
    }
  })
  const inOrder = tiles.sort(
    (a, b) => placeOf(a) - placeOf(b) || (a.walkMinutes ?? 0) - (b.walkMinutes ?? 0) || a.index - b.index,
  )
  return {
    day,
    shown: inOrder.filter(({ isIdle }) => !isIdle).map(bare),
    idle: inOrder.filter(({ isIdle }) => isIdle).map(bare),
  }
}

/**
 * How much of a room's bar is filled, 0–1; null: nobody knows. What is counted is drawn as it is, what is only said by
 * the middle of what the word means.
 */
export function filledShare({
  state,
  count,
  capacity,
}: Pick<RoomStateNow, 'state' | 'count' | 'capacity'>): number | null {
  if (state === 'unknown') return null
  if (state === 'full' || state === 'closed') return 1
  if (count !== null && capacity) return Math.min(1, count / capacity)
  return { open: 0.3, filling: 0.75, nearlyFull: 0.95 }[state]
}

function bare({ index: _index, isIdle: _isIdle, ...tile }: TiledRoom & { index: number; isIdle: boolean }): TiledRoom {
  return tile
}

function placeOf({ state, session, next }: TiledRoom): number {
  if (!session) return next ? places.later : places.over
  const word = state?.state ?? 'unknown'
  return word === 'open' || word === 'filling' ? places.free : places[word]
}

function isInRooms(session: AgendaSession): boolean {
  return session.startAt !== undefined && isGiven(session)
}

function isOnAt(session: AgendaSession, now: Date): boolean {
  const span = timeSpanOf(session)
  if (!span) return false
  const { start, end } = drawnSpan(span)
  return start <= now.getTime() && now.getTime() < end
}

/** By room, by start. */
function inRooms(sessions: readonly AgendaSession[]): ReadonlyMap<string, AgendaSession[]> {
  const found = new Map<string, AgendaSession[]>()
  const byStart = [...sessions].sort((a, b) => Date.parse(a.startAt ?? '') - Date.parse(b.startAt ?? ''))
  for (const session of byStart)
    for (const room of session.rooms) {
      const here = found.get(room)
      if (here) here.push(session)
      else found.set(room, [session])
    }
  return found
}
