import { MINUTE_MS } from '@/lib/platform/time'
import type { AgendaRoom, AgendaWalk } from '@/lib/program/agenda'

/** Minutes kept free before a start: a session ends late, a corridor is full. */
const DELAY_MINUTES = 3
/** Whoever is there so early still finds a place where it is likely to be full. */
export const LIKELY_FULL_MINUTES = 15

const IN_ZONE_MINUTES = 2
export const OTHER_ZONE_MINUTES = 5
export const OTHER_FLOOR_MINUTES = 2

type Place = Pick<AgendaRoom, 'id' | 'zone' | 'floor'>

/** The way from what ends to what begins. */
export type Passage = {
  walkMinutes: number
  /**
   * Milliseconds since 1970: whoever leaves by then is there in time, delays allowed for. It may be before the first
   * ends.
   */
  leaveAt: number
  /** Minutes left between the end and the start after the walk; negative: so many minutes late. */
  slackMinutes: number
}

/**
 * Minutes on foot between two rooms. What the organizers measured between two zones counts for both directions unless
 * they gave both; a zone that is not known is taken to be the same one, a floor likewise.
 */
export function walkMinutes(from: Place, to: Place, walks: readonly AgendaWalk[] = []): number {
  if (from.id === to.id) return 0
  const floors = from.floor && to.floor && from.floor !== to.floor ? OTHER_FLOOR_MINUTES : 0
  return zoneMinutes(from.zone, to.zone, walks) + floors
}

/** Minutes on foot between the nearest of these rooms; null: either is in no known room. */
export function nearestWalk(
  from: readonly Place[],
  to: readonly Place[],
  walks: readonly AgendaWalk[] = [],
): number | null {
  const ways = from.flatMap((one) => to.map((other) => walkMinutes(one, other, walks)))
  return ways.length > 0 ? Math.min(...ways) : null
}

/**
 * The way between two of my sessions, by the nearest of their rooms.
 * @param end when the first ends, and @param start when the second begins: milliseconds since 1970
 * @returns null where either is in no known room: nothing can be said then
 */
export function passageBetween(
  end: number,
  from: readonly Place[],
  start: number,
  to: readonly Place[],
  walks: readonly AgendaWalk[] = [],
): Passage | null {
  const minutes = nearestWalk(from, to, walks)
  if (minutes === null) return null
  const needed = minutes === 0 ? 0 : minutes + DELAY_MINUTES
  return {
    walkMinutes: minutes,
    leaveAt: start - needed * MINUTE_MS,
    slackMinutes: Math.floor((start - end) / MINUTE_MS) - minutes,
  }
}

/**
 * When to leave so as to be there with some minutes to spare, as many as there are up to what is wanted: for delays, or
 * for a place in a room that is likely to be full. When to leave, the way and what is spared add up to the start.
 * @returns leaveAt in milliseconds since 1970, and never before what ends unless the way itself takes too long
 */
export function departureOf(
  { walkMinutes: way, leaveAt, slackMinutes }: Passage,
  isLikelyFull: boolean,
): { leaveAt: number; spareMinutes: number } {
  const wanted = isLikelyFull ? LIKELY_FULL_MINUTES : DELAY_MINUTES
  const spareMinutes = Math.max(0, Math.min(wanted, slackMinutes))
  const start = leaveAt + (way === 0 ? 0 : way + DELAY_MINUTES) * MINUTE_MS
  return { leaveAt: start - (way + spareMinutes) * MINUTE_MS, spareMinutes }
}

/** Minutes on foot from one zone to another, on one floor. */
export function zoneMinutes(from: string | undefined, to: string | undefined, walks: readonly AgendaWalk[]): number {
  const measured = from && to ? (minutesOf(walks, from, to) ?? minutesOf(walks, to, from)) : undefined
  return measured ?? (!from || !to || from === to ? IN_ZONE_MINUTES : OTHER_ZONE_MINUTES)
}

function minutesOf(walks: readonly AgendaWalk[], from: string, to: string): number | undefined {
  return walks.find((walk) => walk.from === from && walk.to === to)?.minutes
}
