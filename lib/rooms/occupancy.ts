import { MINUTE_MS } from '@/lib/platform/time'
import { DOORS_MINUTES } from '@/lib/program/doors'
import { ageMs, byAttendees, HOLDS_MINUTES } from './attendee-voices'
import type { KnownOccupancy, Level, Occupancy, Reading, RoomState } from './schema'

/** Of a room's capacity; below the first it is open. */
const THRESHOLDS: readonly [share: number, state: Level][] = [
  [1, 'full'],
  [0.9, 'nearlyFull'],
  [0.6, 'filling'],
]

type Question = {
  readings: readonly Reading[]
  /**
   * The session in the room, or the next one: what was read before its doors opened or after its end is about another.
   */
  slot: { startAt: Date; endAt: Date }
  /** Seats or headsets; null: not known. */
  capacity: number | null
  /** What was likely before anybody was there. */
  forecast: RoomState | null
  /**
   * An organizer does not believe what attendees say of this room: nothing until then, or (null) nothing at all.
   * Absent: never muted.
   */
  muted?: { until: Date | null }
  now: Date
}

/** How full a room is now, by whom, and since when: a steward's word before attendees', theirs before a forecast. */
export function occupancyOf({ readings, slot, capacity, forecast, muted, now }: Question): Occupancy {
  const held = readings
    .filter((reading) => isInSlot(reading.at, slot, now) && isHeard(reading, muted))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const fresh = held.filter(({ at }) => ageMs(at, now) <= HOLDS_MINUTES * MINUTE_MS)
  const told = { queueMinutes: lastMinutes(fresh, 'queue'), delayMinutes: lastMinutes(fresh, 'delay') }
  const known = atTheDoor(held, fresh, capacity) ?? byAttendees(fresh, forecast, now) ?? foreseen(forecast)
  return { ...known, ...told }
}

function foreseen(forecast: RoomState | null): KnownOccupancy {
  const nobody = { at: null, count: null, voices: 0 }
  return forecast && forecast !== 'unknown'
    ? { ...nobody, state: forecast, origin: 'forecast' }
    : { ...nobody, state: 'unknown', origin: null }
}

/** Counts add up over the slot; a word such as "full" holds until the next count or word. */
function atTheDoor(
  held: readonly Reading[],
  fresh: readonly Reading[],
  capacity: number | null,
): KnownOccupancy | null {
  const isDoors = ({ voice, kind }: Reading) => voice.kind === 'steward' && (kind === 'count' || kind === 'level')
  const last = fresh.findLast(isDoors)
  if (!last) return null
  const counts = held.filter((reading) => reading.voice.kind === 'steward' && reading.kind === 'count')
  const count =
    counts.length === 0
      ? null
      : Math.max(
          0,
          counts.reduce((sum, reading) => sum + (reading.kind === 'count' ? reading.delta : 0), 0),
        )
  const known = { origin: 'door' as const, at: last.at, count, voices: 0 }
  if (last.kind === 'level') return { ...known, state: last.level }
  return {
    ...known,
    state: count === null || capacity === null ? (lastLevel(held) ?? 'unknown') : levelOf(count, capacity),
  }
}

function lastLevel(held: readonly Reading[]): Level | null {
  const last = held.findLast(({ voice, kind }) => voice.kind === 'steward' && kind === 'level')
  return last?.kind === 'level' ? last.level : null
}

/** @param capacity of seats or headsets; a room of none is full */
export function levelOf(count: number, capacity: number): Level {
  return THRESHOLDS.find(([share]) => count >= capacity * share)?.[1] ?? 'open'
}

function lastMinutes(fresh: readonly Reading[], kind: 'queue' | 'delay'): number | null {
  const last = fresh.findLast((reading) => reading.kind === kind)
  return last && 'minutes' in last && last.minutes > 0 ? last.minutes : null
}

function isInSlot(at: Date, { startAt, endAt }: Question['slot'], now: Date): boolean {
  return now < endAt && at.getTime() >= startAt.getTime() - DOORS_MINUTES * MINUTE_MS && at < endAt
}

/** What was said while it was muted is not heard afterwards either. */
function isHeard({ voice, at }: Reading, muted: Question['muted']): boolean {
  return voice.kind === 'steward' || !muted || (muted.until !== null && at >= muted.until)
}
