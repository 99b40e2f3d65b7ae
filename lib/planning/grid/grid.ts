import { HOUR_MS } from '@/lib/platform/time'
import type { AgendaRoom, AgendaSession } from '@/lib/program/agenda'
import { hasDoors } from '@/lib/program/doors'
import { columnOf, gridTimes, type Cells } from './column'
import type { GridSpan } from './scale'

export type GridColumn = Cells<AgendaSession> & { /** Null: no room yet. */ room: AgendaRoom | null }
export type Grid = {
  columns: GridColumn[]
  /** Without a time: below the columns. */ untimed: AgendaSession[]
  /** Null: nothing has a time. */ span: GridSpan | null
  /** The first hour in which there is what people come for, else the first of all. */ opensAt: number
}

/**
 * Lays out a day as a timetable. Every session is in it: in the column of each of its rooms, in one for those without,
 * or among those without a time. Rooms that hold more of the day come first, last those where nobody speaks, and what
 * has no room yet. No two cells of a column lie over each other.
 */
export function layOutGrid(rooms: readonly AgendaRoom[], sessions: readonly AgendaSession[]): Grid {
  const timed = sessions.filter(({ startAt }) => startAt)
  const known = new Set(rooms.map(({ id }) => id))
  const inRooms = rooms
    .map((room) => ({ room, held: timed.filter((session) => session.rooms.includes(room.id)) }))
    .sort((a, b) => timesHeld(b.held) - timesHeld(a.held))
  const roomless = { room: null, held: timed.filter((session) => !session.rooms.some((id) => known.has(id))) }
  const span = spanOf(timed)
  return {
    columns: [...inRooms, roomless]
      .filter(({ held }) => held.length > 0)
      .map(({ room, held }) => ({ room, ...columnOf(held) })),
    untimed: sessions.filter(({ startAt }) => !startAt),
    span,
    opensAt: spanOf(timed.filter(hasDoors))?.start ?? span?.start ?? 0,
  }
}

/** How many times of the day people speak in a room; -1: nobody does. */
function timesHeld(sessions: readonly AgendaSession[]): number {
  return new Set(sessions.filter(hasDoors).map(({ startAt }) => startAt)).size || -1
}

function spanOf(sessions: readonly AgendaSession[]): Grid['span'] {
  if (sessions.length === 0) return null
  const times = sessions.map(gridTimes)
  const start = Math.min(...times.map((time) => time.start))
  return { start: Math.floor(start / HOUR_MS) * HOUR_MS, end: Math.max(...times.map((time) => time.end)) }
}
