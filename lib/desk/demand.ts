import { assignLanes } from '@/lib/planning/lanes'
import { HOUR_MS } from '@/lib/platform/time'
import { hasDoors } from '@/lib/program/doors'
import { isLikelyFull, type Forecast } from '@/lib/rooms/forecast'
import { takenBy } from '@/lib/program/taken-time'
import type { DeskSession } from './desk-session'
import type { DeskRoom } from './needs'

/**
 * How many are likely to come to a session, and between how many that lies in two of three cases; `few`: too few picked
 * it for anything to be said.
 */
export type Demand = LikelyDemand | 'few'
export type LikelyDemand = {
  expected: number
  low: number
  high: number
  /** In steps of five. */ picks: number
  isLikelyFull: boolean
}

export type DemandBar = {
  session: DeskSession
  /** In milliseconds since 1970. */ start: number
  end: number
  /** From 0; of those that overlap in one room each has its own. */ lane: number
  /** Null: its capacity is not known. */ demand: Demand | null
}
export type DayDemand = {
  /** From a full hour to a full hour. */ span: { start: number; end: number }
  rows: { room: DeskRoom; bars: DemandBar[]; lanes: number }[]
}

/**
 * Lays out a day's demand: rooms in the organizers' order, those alone where people come for something, their sessions
 * by time. Null: there is none with a time and a room on that day.
 */
export function layOutDemand(
  rooms: readonly DeskRoom[],
  sessions: readonly DeskSession[],
  demands: ReadonlyMap<string, Demand>,
  day: string,
): DayDemand | null {
  const those = sessions.filter((session) => session.dayOn === day && hasDoors(session))
  const rows = rooms
    .map((room) => {
      const held = those.filter(({ roomIds }) => roomIds.includes(room.id))
      const bars = assignLanes(held, takenBy).map(({ item: session, lane }) => ({
        session,
        ...takenBy(session),
        lane,
        demand: demands.get(session.id) ?? null,
      }))
      return { room, bars, lanes: Math.max(1, ...bars.map(({ lane }) => lane + 1)) }
    })
    .filter(({ bars }) => bars.length > 0)
  const bars = rows.flatMap((row) => row.bars)
  if (bars.length === 0) return null
  const start = Math.min(...bars.map((bar) => bar.start))
  const end = Math.max(...bars.map((bar) => bar.end))
  return {
    span: { start: Math.floor(start / HOUR_MS) * HOUR_MS, end: Math.ceil(end / HOUR_MS) * HOUR_MS },
    rows,
  }
}

/** What began so long ago is still seen where the map opens. */
const BEFORE_NOW_MS = HOUR_MS / 2

/** Where the map of a day opens: at now while the day goes on, else where it begins. */
export function demandOpensAt({ start, end }: DayDemand['span'], now: number): number {
  return now < end ? Math.max(start, now - BEFORE_NOW_MS) : start
}

/** @param spread of the logarithm of how many come for each pick */
export function demandOf(forecast: Forecast, picks: number, spread: number): LikelyDemand {
  const { expected } = forecast
  const factor = Math.exp(spread)
  return {
    expected,
    low: Math.round(expected / factor),
    high: Math.round(expected * factor),
    picks,
    isLikelyFull: isLikelyFull(forecast),
  }
}

/**
 * The days that have a session, in order, and which of them is looked at: the one asked for, else today, else the next,
 * else the last.
 */
export function chooseDay(
  sessions: readonly DeskSession[],
  today: string,
  asked: string | undefined,
): { days: string[]; day: string | null } {
  const days = [...new Set(sessions.filter(hasDoors).map(({ dayOn }) => dayOn))].sort()
  const day = days.find((one) => one === asked) ?? days.find((one) => one >= today) ?? days.at(-1) ?? null
  return { days, day }
}
