import { HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import type { AgendaRoom, AgendaSession } from '@/lib/program/agenda'
import { assignLanes, type Placed } from './lanes'

/** What is shorter, or of unknown length, is drawn as long as this. */
const SHORTEST_MINUTES = 15

export type GridColumn = { /** Null: no room yet. */ room: AgendaRoom | null; placed: Placed<AgendaSession>[] }
export type Grid = {
  columns: GridColumn[]
  /** Without a time: below the columns. */ untimed: AgendaSession[]
  /** In milliseconds since 1970, from a full hour; null: nothing has a time. */ span: {
    start: number
    end: number
  } | null
}

/**
 * Lays out a day as a timetable. Every session is in it: in the column of each of its rooms, in one for those without,
 * or among those without a time. Last come rooms where nobody speaks, and what has no room yet.
 */
export function layOutGrid(rooms: readonly AgendaRoom[], sessions: readonly AgendaSession[]): Grid {
  const timed = sessions.filter(({ startAt }) => startAt)
  const known = new Set(rooms.map(({ id }) => id))
  const inRooms = rooms.map((room) => ({
    room,
    placed: assignLanes(
      timed.filter((session) => session.rooms.includes(room.id)),
      gridTimes,
    ),
  }))
  const roomless = {
    room: null,
    placed: assignLanes(
      timed.filter((session) => !session.rooms.some((id) => known.has(id))),
      gridTimes,
    ),
  }
  return {
    columns: [...inRooms.sort((a, b) => Number(hasTalks(b)) - Number(hasTalks(a))), roomless].filter(
      ({ placed }) => placed.length > 0,
    ),
    untimed: sessions.filter(({ startAt }) => !startAt),
    span: spanOf(timed),
  }
}

/** From when to when a session is drawn. */
export function gridTimes({ startAt, endAt }: AgendaSession): { start: number; end: number } {
  const start = Date.parse(startAt ?? '')
  return { start, end: Math.max(endAt ? Date.parse(endAt) : start, start + SHORTEST_MINUTES * MINUTE_MS) }
}

/** Is it what people come for, and not a break or a desk? */
export function isProper({ kind }: AgendaSession): boolean {
  return kind !== 'break' && kind !== 'service' && kind !== 'container'
}

function hasTalks({ placed }: GridColumn): boolean {
  return placed.some(({ item }) => isProper(item))
}

function spanOf(sessions: readonly AgendaSession[]): Grid['span'] {
  if (sessions.length === 0) return null
  const times = sessions.map(gridTimes)
  const start = Math.min(...times.map((time) => time.start))
  return { start: Math.floor(start / HOUR_MS) * HOUR_MS, end: Math.max(...times.map((time) => time.end)) }
}
