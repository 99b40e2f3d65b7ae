import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import { hasDoors } from '@/lib/program/doors'
import { takenBy } from '@/lib/program/taken-time'
import { HOLDS_MINUTES } from '@/lib/rooms/attendee-voices'
import { isLikelyFull, type Forecast } from '@/lib/rooms/forecast'
import type { RoomState } from '@/lib/rooms/schema'
import { listAbsentSpeakers, type AbsentSpeaker } from './absent-speakers'
import type { EndedPlan, PlannedDraft, Span } from './board/board'
import type { DeskSession } from './desk-session'
import { warningKey } from './board/warnings/warning'
import { clashAt, listDoubleBookings, type DoubleBooking } from './double-bookings'

/** What an organizer has to see to, and what is known of it. */
export type Need =
  | { kind: 'contradicted'; room: DeskRoom; counted: RoomState; said: RoomState; voices: number }
  | { kind: 'doubleBooked'; booking: DoubleBooking; name: string }
  | { kind: 'speakerAway'; absent: AbsentSpeaker; name: string }
  | { kind: 'overflow'; session: DeskSession; room: string | null; expected: number; capacity: number }
  | { kind: 'sourceWaiting'; source: DeskSource }
  | { kind: 'sourceFailing'; source: DeskSource }
  | { kind: 'silent'; doors: readonly SilentDoor[] }
  | { kind: 'alertsHeld'; since: Date }
  | { kind: 'draftWaits'; moves: number; dueAt: Date | null }
  | ({ kind: 'plannedEnded'; left: number; by: string | null } & Pick<EndedPlan, 'how' | 'number'>)
  | { kind: 'noSteward'; rooms: readonly DeskRoom[] }
  | { kind: 'noCapacity'; rooms: readonly DeskRoom[] }

export type DeskRoom = { id: string; name: string; capacity: number | null }
/** A door at which somebody could count, and nobody has for long. @see silentDoors */
export type SilentDoor = { room: DeskRoom; /** Null: not since its session's doors opened. */ countedAt: Date | null }
export type DeskSource = {
  id: string
  name: string
  isWaiting: boolean
  /** Checks in a row. */ failures: number
  /** It is checked by itself. */ isScheduled: boolean
}

export type DeskFacts = {
  sessions: readonly DeskSession[]
  rooms: readonly DeskRoom[]
  /** Ids of rooms in which several things may be at once. */ shared: ReadonlySet<string>
  speakerNames: ReadonlyMap<string, string>
  /** When speakers cannot be there, by id. */ away: ReadonlyMap<string, readonly Span[]>
  /** Of sessions whose capacity is known, by id. */ forecasts: ReadonlyMap<string, Forecast>
  /** Rooms whose doors somebody can count at. */ stewarded: ReadonlySet<string>
  /** When somebody counted at a door last, by room. */ countedAt: ReadonlyMap<string, Date>
  /** Since when alerts of what moves are held back; null: they go out. */ alertsHeldAt: Date | null
  /** Sessions that the board's draft moves, and when it is published by itself, or what came of that. */
  draft: { moves: number; planned: PlannedDraft | null }
  /** Keys of the board's warnings that organizers want to hear no more of. */ ignored: ReadonlySet<string>
  sources: readonly DeskSource[]
  contradicted: readonly Extract<Need, { kind: 'contradicted' }>[]
}

/** One failure is a network's; after so many in a row somebody has to look. */
const FAILING = 2
const SOON_MS = DAY_MS
/** Whoever counts may have hands full while people come in. */
const BEGUN_MS = 20 * MINUTE_MS

/**
 * Lists what needs somebody, worst first: what is told wrongly now, what goes wrong within a day (the sooner the
 * worse), what came of a planned release, alerts that are held back, doors that fell silent, doors of the next hour,
 * sources, a draft that waits, then what has time.
 */
export function listNeeds(facts: DeskFacts, now: Date): Need[] {
  const planned = [...doubleBookings(facts, now), ...absences(facts, now), ...overflows(facts, now)].sort(
    (a, b) => a.at - b.at,
  )
  const isSoon = ({ at }: { at: number }) => at - now.getTime() <= SOON_MS
  return [
    ...facts.contradicted,
    ...planned.filter(isSoon).map(({ need }) => need),
    ...plannedEnds(facts),
    ...heldAlerts(facts),
    ...silentDoors(facts, now),
    ...withoutSteward(facts, now),
    ...facts.sources.flatMap(needsOfSource),
    ...draftWaits(facts),
    ...planned.filter((one) => !isSoon(one)).map(({ need }) => need),
    ...withoutCapacity(facts, now),
  ]
}

type Planned = { at: number; need: Need }

function doubleBookings(facts: DeskFacts, now: Date): Planned[] {
  const { sessions, rooms, shared, speakerNames, ignored } = facts
  const names = new Map(rooms.map(({ id, name }) => [id, name]))
  return listDoubleBookings(sessions, now, shared).flatMap((all): Planned[] => {
    const booking = { ...all, pairs: all.pairs.filter((pair) => !ignored.has(keyOfPair(all, pair))) }
    if (booking.pairs.length === 0) return []
    const name = (booking.shares === 'room' ? names : speakerNames).get(booking.id) ?? ''
    return [{ at: clashAt(booking), need: { kind: 'doubleBooked', booking, name } }]
  })
}

/** How many double bookings and absences to come are ignored on the board, where they can be heeded again. */
export function countIgnored({ sessions, shared, away, ignored }: DeskFacts, now: Date): number {
  const bookings = listDoubleBookings(sessions, now, shared)
  const keys = [
    ...bookings.flatMap((booking) => booking.pairs.map((pair) => keyOfPair(booking, pair))),
    ...listAbsentSpeakers(sessions, away, now).map(keyOfAbsence),
  ]
  return new Set(keys.filter((key) => ignored.has(key))).size
}

function keyOfPair({ shares, id }: DoubleBooking, pair: DoubleBooking['pairs'][number]): string {
  const ids = pair.map((session) => session.id)
  return shares === 'room' ? warningKey('roomTwice', ids) : warningKey('speakerTwice', ids, id)
}

function keyOfAbsence({ session, speakerId }: AbsentSpeaker): string {
  return warningKey('speakerAway', [session.id], speakerId)
}

function absences({ sessions, speakerNames, away, ignored }: DeskFacts, now: Date): Planned[] {
  const heeded = listAbsentSpeakers(sessions, away, now).filter((absent) => !ignored.has(keyOfAbsence(absent)))
  return heeded.map((absent) => ({
    at: absent.session.startAt.getTime(),
    need: { kind: 'speakerAway', absent, name: speakerNames.get(absent.speakerId) ?? '' },
  }))
}

function overflows({ sessions, rooms, forecasts }: DeskFacts, now: Date): Planned[] {
  const names = new Map(rooms.map(({ id, name }) => [id, name]))
  return sessions.flatMap((session): Planned[] => {
    const forecast = forecasts.get(session.id)
    if (!forecast || session.capacity === null || session.startAt <= now || !isLikelyFull(forecast)) return []
    const { expected } = forecast
    const room = names.get(session.roomIds[0] ?? '') ?? null
    return [
      {
        at: session.startAt.getTime(),
        need: { kind: 'overflow', session, room, expected, capacity: session.capacity },
      },
    ]
  })
}

/** Where nobody counts at any door, counting is not how this conference is run. */
function withoutSteward({ sessions, rooms, stewarded }: DeskFacts, now: Date): Need[] {
  if (stewarded.size === 0) return []
  const soon = sessions.filter(
    (session) => hasDoors(session) && session.startAt > now && session.startAt.getTime() <= now.getTime() + HOUR_MS,
  )
  return aboutRooms(
    'noSteward',
    inUse(rooms, soon).filter(({ id }) => !stewarded.has(id)),
  )
}

/**
 * Doors where a session has been on for a while and nothing was counted for as long as a count holds: phones are told
 * nothing of them any more.
 */
function silentDoors({ sessions, rooms, stewarded, countedAt }: DeskFacts, now: Date): Need[] {
  const on = sessions.filter((session) => {
    const { start, end } = takenBy(session)
    return hasDoors(session) && start + BEGUN_MS <= now.getTime() && now.getTime() < end
  })
  const doors = inUse(rooms, on)
    .filter(({ id }) => stewarded.has(id))
    .map((room) => ({ room, countedAt: countedAt.get(room.id) ?? null }))
    .filter((door) => now.getTime() - (door.countedAt?.getTime() ?? 0) > HOLDS_MINUTES * MINUTE_MS)
  return doors.length > 0 ? [{ kind: 'silent', doors }] : []
}

/** Whoever holds alerts back may forget it, and then nobody hears of what moves. */
function heldAlerts({ alertsHeldAt }: DeskFacts): Need[] {
  return alertsHeldAt ? [{ kind: 'alertsHeld', since: alertsHeldAt }] : []
}

/** Whoever has moved sessions may think that all see it. */
function draftWaits({ draft: { moves, planned } }: DeskFacts): Need[] {
  const dueAt = planned && !planned.ended ? new Date(planned.dueAt) : null
  return moves > 0 ? [{ kind: 'draftWaits', moves, dueAt }] : []
}

/** Where all of it was published as it was meant, nobody has to look. */
function plannedEnds({ draft: { planned } }: DeskFacts): Need[] {
  const ended = planned?.ended
  if (!ended || (ended.number !== null && ended.left.length === 0)) return []
  const { how, number, left, by } = ended
  return [{ kind: 'plannedEnded', how, number, left: left.length, by: by?.by ?? null }]
}

function withoutCapacity({ sessions, rooms }: DeskFacts, now: Date): Need[] {
  const toCome = sessions.filter((session) => hasDoors(session) && session.startAt > now && session.capacity === null)
  return aboutRooms(
    'noCapacity',
    inUse(rooms, toCome).filter(({ capacity }) => capacity === null),
  )
}

function inUse(rooms: readonly DeskRoom[], sessions: readonly DeskSession[]): DeskRoom[] {
  const used = new Set(sessions.flatMap(({ roomIds }) => roomIds))
  return rooms.filter(({ id }) => used.has(id))
}

function aboutRooms(kind: 'noSteward' | 'noCapacity', rooms: readonly DeskRoom[]): Need[] {
  return rooms.length > 0 ? [{ kind, rooms }] : []
}

function needsOfSource(source: DeskSource): Need[] {
  // Where nothing tries again by itself, one failure stands.
  const isFailing = source.failures >= (source.isScheduled ? FAILING : 1)
  return [
    ...(source.isWaiting ? [{ kind: 'sourceWaiting' as const, source }] : []),
    ...(isFailing ? [{ kind: 'sourceFailing' as const, source }] : []),
  ]
}
