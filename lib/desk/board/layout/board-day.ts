import { columnOf, gridTimes, type GridPlace } from '@/lib/planning/grid/column'
import { scaleOf, type GridScale, type GridSpan } from '@/lib/planning/grid/scale'
import { HOUR_MS, instantOf } from '@/lib/platform/time'
import { hasDoors } from '@/lib/program/doors'
import type { BoardRoom, BoardSession } from '../board'

/** In pixels: as narrow as a title can be read, and so much for each that lies beside another. */
const [COLUMN_PX, LANE_PX] = [152, 104]
/** What a day has at least, so that there is room to move into. */
const [EARLY, LATE] = ['08:00', '20:00']

export type BoardColumn = {
  /** Null: those without a room. */ room: BoardRoom | null
  /** In pixels, from the first column. */ left: number
  width: number
  cells: readonly GridPlace<BoardSession>[]
}
export type BoardDay = {
  day: string
  timeZone: string
  scale: GridScale
  columns: readonly BoardColumn[]
  /** Of all columns, in pixels. */ width: number
  /** What people come for first, in milliseconds since 1970. */ opensAt: number
}

export type BoardGiven = {
  rooms: readonly BoardRoom[]
  /** As they are published. */ published: readonly BoardSession[]
  /** As the draft wants them. */ sessions: readonly BoardSession[]
  day: string
  timeZone: string
}

/**
 * Lays out a day of the board as the timetable is: every room is a column, first those in which the published programme
 * has people speak on that day, then others that it uses, each in the organizers' order, so that none jumps while
 * sessions are moved; last what has no room.
 * @param before the same day as it was laid out before: columns in which nothing moved stay the same value
 */
export function layOutBoard({ rooms, published, sessions, day, timeZone }: BoardGiven, before?: BoardDay): BoardDay {
  const [those, shown] = [published, sessions].map((all) => all.filter(isOn(day)))
  const byRoom = heldBy(shown ?? [], new Set(rooms.map(({ id }) => id)))
  const ordered = byUse(rooms, those ?? [])
  const known = new Map(before?.columns.map((column) => [column.room?.id ?? null, column]))
  let left = 0
  const columns = [...ordered, null].map((room): BoardColumn => {
    const held = byRoom.get(room?.id ?? null) ?? []
    const column = columnFor(room, held, left, known.get(room?.id ?? null))
    left += column.width
    return column
  })
  const first = (shown ?? []).filter(hasDoors).map((session) => gridTimes(session).start)
  const scale = scaleOf(spanOf([...(those ?? []), ...(shown ?? [])], day, timeZone))
  return {
    day,
    timeZone,
    scale,
    columns,
    width: left,
    opensAt: first.length > 0 ? Math.min(...first) : scale.span.start,
  }
}

/** Lays out one day after the other state of it: columns in which nothing moved since stay the same value. */
export function layingOut(): (given: BoardGiven) => BoardDay {
  let before: BoardDay | undefined
  return (given) => (before = layOutBoard(given, before?.day === given.day ? before : undefined))
}

function isOn(day: string) {
  return ({ dayOn, startAt }: BoardSession) => dayOn === day && startAt !== null
}

function byUse(rooms: readonly BoardRoom[], sessions: readonly BoardSession[]): BoardRoom[] {
  const [spokenIn, used] = [sessions.filter(hasDoors), sessions].map(
    (those) => new Set(those.flatMap(({ roomIds }) => roomIds)),
  )
  const rank = ({ id }: BoardRoom) => (spokenIn?.has(id) ? 0 : used?.has(id) ? 1 : 2)
  return rooms.toSorted((a, b) => rank(a) - rank(b))
}

function heldBy(sessions: readonly BoardSession[], known: ReadonlySet<string>): Map<string | null, BoardSession[]> {
  const held = new Map<string | null, BoardSession[]>()
  for (const session of sessions) {
    const ids = [...new Set(session.roomIds)].filter((id) => known.has(id))
    for (const id of ids.length > 0 ? ids : [null]) {
      const those = held.get(id)
      if (those) those.push(session)
      else held.set(id, [session])
    }
  }
  return held
}

function columnFor(
  room: BoardRoom | null,
  held: readonly BoardSession[],
  left: number,
  before: BoardColumn | undefined,
): BoardColumn {
  if (before && holdsSame(before, held))
    return before.left === left && before.room === room ? before : { ...before, room, left }
  const { cells, lanes } = columnOf(held)
  return { room, left, width: Math.max(COLUMN_PX, LANE_PX * lanes), cells }
}

function holdsSame({ cells }: BoardColumn, held: readonly BoardSession[]): boolean {
  const before = new Set(cells.flatMap(({ sessions }) => sessions))
  return before.size === held.length && held.every((session) => before.has(session))
}

/** With an hour before and after, to move into. */
function spanOf(sessions: readonly BoardSession[], day: string, timeZone: string): GridSpan {
  const times = sessions.map(gridTimes)
  const [early, late] = [EARLY, LATE].map((time) => instantOf(`${day}T${time}`, timeZone)?.getTime() ?? 0)
  const start = times.reduce((least, time) => Math.min(least, time.start), early ?? 0)
  const end = times.reduce((most, time) => Math.max(most, time.end), late ?? 0)
  return { start: (Math.floor(start / HOUR_MS) - 1) * HOUR_MS, end: (Math.ceil(end / HOUR_MS) + 1) * HOUR_MS }
}
