import { HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import type { SessionKind } from '@/lib/program/session-kinds'
import { assignLanes } from '../lanes'
import { drawnSpan, timeSpanOf } from '../time-span'

/** What is shorter is drawn as long as this; of unknown length, as long as it is taken to last. */
const SHORTEST_MINUTES = 10
/** Of short ones one soon after the other each is drawn so long at least: it takes a line. */
const TIGHTEST_MINUTES = 6
/** So many fit side by side in one room; where more are on at once, they are a list. */
const MOST_LANES = 3
/** What is no wider is a strip: its title runs down. */
export const STRIP = 0.18
/** What is on for so long is beside what people come and go for. */
const LONG_MS = 2 * HOUR_MS

/** What a timetable has to know of a session; instants are ISO. */
export type GridTimed = { startAt?: string | null; endAt?: string | null }
type Drawn = GridTimed & { kind: SessionKind }

/** What is drawn in one place of a column: a session, or several that could not be told apart side by side. */
export type GridPlace<Session> = {
  sessions: Session[]
  /** In milliseconds since 1970. */ start: number
  end: number
  /** In parts of the column. */ left: number
  width: number
}
/** What is drawn in a column of a timetable. */
export type Cells<Session> = {
  cells: GridPlace<Session>[]
  /** How many lie side by side. */ lanes: number
}

/** Lays out what is in one room, each with a start: no two cells lie over each other. */
export function columnOf<S extends Drawn>(held: readonly S[]): Cells<S> {
  const clusters = clustersOf(held).map(cellsOf)
  return { cells: clusters.flatMap(({ cells }) => cells), lanes: Math.max(1, ...clusters.map(({ lanes }) => lanes)) }
}

/** From when to when a session is drawn. */
export function gridTimes({ startAt, endAt }: GridTimed): { start: number; end: number } {
  const span = timeSpanOf({ startAt, endAt })
  if (!span) return { start: Number.NaN, end: Number.NaN }
  const { start, end } = drawnSpan(span)
  return { start, end: Math.max(end, start + SHORTEST_MINUTES * MINUTE_MS) }
}

/** Sessions that are joined by overlaps as they are drawn, in order of start. */
function clustersOf<S extends Drawn>(sessions: readonly S[]): S[][] {
  const clusters: { sessions: S[]; end: number }[] = []
  for (const session of [...sessions].sort((a, b) => gridTimes(a).start - gridTimes(b).start)) {
    const { start, end } = gridTimes(session)
    const last = clusters.at(-1)
    if (last && start < last.end) {
      last.sessions.push(session)
      last.end = Math.max(last.end, end)
    } else clusters.push({ sessions: [session], end })
  }
  return clusters.map((cluster) => cluster.sessions)
}

function cellsOf<S extends Drawn>(cluster: S[]): Cells<S> {
  const [events, parts] = [cluster.filter(isEvent), cluster.filter((session) => !isEvent(session))]
  if (events.length > 0 && parts.length > 0 && lanesOf(assignLanes(events, gridTimes)) === 1)
    return besideEvents(events, columnOf(parts))
  const lanes = lanesOf(assignLanes(cluster, gridTimes))
  // Short ones after each other are no more at once than they are; drawn longer, they would seem so.
  const trulyAtOnce = lanesOf(assignLanes(cluster, trueTimes))
  if (lanes <= MOST_LANES && lanes === trulyAtOnce) return sideBySide(cluster, gridTimes)
  return besideLong(cluster) ?? oneSoonAfterTheOther(cluster, trulyAtOnce) ?? { lanes: 1, cells: [listOf(cluster)] }
}

/** Short ones, each where it is and no longer than it takes; null: there is no room for a line of each. */
function oneSoonAfterTheOther<S extends Drawn>(cluster: S[], trulyAtOnce: number): Cells<S> | null {
  const isTold = trulyAtOnce <= MOST_LANES && lanesOf(assignLanes(cluster, tightTimes)) === trulyAtOnce
  return isTold ? sideBySide(cluster, tightTimes) : null
}

function sideBySide<S extends Drawn>(cluster: S[], timesOf: typeof gridTimes): Cells<S> {
  const placed = assignLanes(cluster, timesOf)
  const lanes = lanesOf(placed)
  return {
    lanes,
    cells: placed.map(({ item, lane }) => ({
      sessions: [item],
      ...timesOf(item),
      left: lane / lanes,
      width: 1 / lanes,
    })),
  }
}

function isEvent({ kind }: Drawn): boolean {
  return kind === 'container'
}

/** A co-located event is a strip beside what is in it. */
function besideEvents<S extends Drawn>(events: S[], { cells, lanes }: Cells<S>): Cells<S> {
  return {
    lanes,
    cells: [
      ...events.map((event) => ({ sessions: [event], ...gridTimes(event), left: 0, width: STRIP })),
      ...cells.map((cell) => ({ ...cell, left: STRIP + cell.left * (1 - STRIP), width: cell.width * (1 - STRIP) })),
    ],
  }
}

/** What lasts for hours stands beside the rest, which is laid out by itself; null: nothing does, or too much. */
function besideLong<S extends Drawn>(cluster: S[]): Cells<S> | null {
  const isLong = (session: S) => trueTimes(session).end - trueTimes(session).start >= LONG_MS
  const [long, others] = [cluster.filter(isLong), cluster.filter((session) => !isLong(session))]
  if (long.length === 0 || others.length === 0) return null
  const rest = columnOf(others)
  const placed = assignLanes(long, gridTimes)
  const lanes = lanesOf(placed) + rest.lanes
  if (lanes > MOST_LANES) return null
  const [lane, room] = [1 / lanes, rest.lanes / lanes]
  return {
    lanes,
    cells: [
      ...placed.map(({ item, lane: at }) => ({
        sessions: [item],
        ...gridTimes(item),
        left: room + at * lane,
        width: lane,
      })),
      ...rest.cells.map((cell) => ({ ...cell, left: cell.left * room, width: cell.width * room })),
    ],
  }
}

function listOf<S extends Drawn>(cluster: S[]): GridPlace<S> {
  const times = cluster.map(gridTimes)
  const [start, end] = [Math.min(...times.map((time) => time.start)), Math.max(...times.map((time) => time.end))]
  return { sessions: cluster, start, end, left: 0, width: 1 }
}

function lanesOf(placed: readonly { lanes: number }[]): number {
  return Math.max(...placed.map(({ lanes }) => lanes))
}

function trueTimes(session: GridTimed): { start: number; end: number } {
  const { start, end } = gridTimes(session)
  return { start, end: timeSpanOf(session)?.end ?? end }
}

function tightTimes(session: GridTimed): { start: number; end: number } {
  const { start, end } = trueTimes(session)
  return { start, end: Math.max(end, start + TIGHTEST_MINUTES * MINUTE_MS) }
}
