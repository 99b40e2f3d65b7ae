import { atOnce, type Parts } from '@/lib/platform/tasks/in-parts'
import { takenBy } from '@/lib/program/taken-time'
import type { Board, BoardRoom, BoardSession, BoardSpeaker } from '../board'
import type { BoardDemand } from '../demand-facts'
import { hardlyArranged } from './hardly-arranged'

/** A session with a time, in milliseconds since 1970. */
export type Timed = { session: BoardSession; start: number; end: number }
type Times = { start: number; end: number }

/** A board as it can be looked up: who and what is where. Made once, asked while something is dragged. */
export type BoardIndex = {
  rooms: ReadonlyMap<string, BoardRoom>
  speakers: ReadonlyMap<string, BoardSpeaker>
  walks: Board['walks']
  byRoom: ReadonlyMap<string, readonly Timed[]>
  bySpeaker: ReadonlyMap<string, readonly Timed[]>
  byDay: ReadonlyMap<string, readonly Timed[]>
  sessions: ReadonlyMap<string, BoardSession>
  /** Nothing, where it has no time. */ byId: ReadonlyMap<string, readonly Timed[]>
  /** Published breaks during which everybody is free. */ plenaryBreaks: ReadonlySet<string>
  /** Published breaks with a time. */ breaks: ReadonlySet<string>
  /** From when to when something is published to be on. */ hours: ReadonlyMap<string, Times>
  /** Days of which fewer published sessions have a time than wait for one: their hours say nothing yet. */
  hardlyArranged: ReturnType<typeof hardlyArranged>
  expected: ReadonlyMap<string, number>
  together: ReadonlyMap<string, readonly { id: string; people: number }[]>
}

type Programme = Pick<Board, 'rooms' | 'speakers' | 'walks' | 'sessions'>

/**
 * @param sessions as they are now, the draft's moves included (withMoves)
 * @param demand null: it is not known (yet), and nothing is said of it
 */
export function indexBoard(
  board: Programme,
  sessions: readonly BoardSession[],
  demand: BoardDemand | null,
): BoardIndex {
  return withDemand(atOnce(indexPlaces(board, sessions)), demand)
}

/** What of an index hangs on where everything is. */
export type PlaceIndex = Omit<BoardIndex, 'expected' | 'together'>

/** The same index with another demand: it comes later than the board, and where everything is stays. */
export function withDemand(places: PlaceIndex, demand: BoardDemand | null): BoardIndex {
  return { ...places, expected: new Map(Object.entries(demand?.expected ?? {})), together: togetherOf(demand) }
}

/**
 * Ten thousand sessions take a slow device a tenth of a second: it can be left after some of them.
 * @param sessions as they are now, the draft's moves included
 */
export function* indexPlaces(board: Programme, sessions: readonly BoardSession[]): Parts<PlaceIndex> {
  const byId = yield* byIds(sessions)
  const timed = [...byId.values()].flat()
  yield
  const published = yield* groupBy([...(yield* byIds(board.sessions)).values()].flat(), dayOf)
  const breaks = [...published.values()].flatMap((day) => day.filter(({ session }) => session.kind === 'break'))
  yield
  return {
    rooms: new Map(board.rooms.map((room) => [room.id, room])),
    speakers: new Map(board.speakers.map((speaker) => [speaker.id, speaker])),
    walks: board.walks,
    byRoom: yield* groupBy(timed, roomsOf),
    bySpeaker: yield* groupBy(timed, speakersOf),
    byDay: yield* groupBy(timed, dayOf),
    sessions: new Map(sessions.map((session) => [session.id, session])),
    byId,
    breaks: new Set(breaks.map(({ session }) => session.id)),
    plenaryBreaks: new Set(
      breaks
        .filter((one) => !(published.get(one.session.dayOn) ?? []).some((other) => isOn(other) && overlaps(one, other)))
        .map(({ session }) => session.id),
    ),
    hours: new Map([...published].map(([day, those]) => [day, hoursOf(those)])),
    hardlyArranged: hardlyArranged(board.sessions, published),
  }
}

/** After so many sessions others may have their turn. */
const PART = 100

function* byIds(sessions: readonly BoardSession[]): Parts<Map<string, Timed[]>> {
  const byId = new Map<string, Timed[]>()
  for (const [nth, session] of sessions.entries()) {
    byId.set(session.id, timedOf(session))
    if (nth % PART === 0) yield
  }
  return byId
}

/** Reading ten thousand sessions' times is half of making an index, and most of them are as they were for the last. */
const read = new WeakMap<BoardSession, Timed[]>()

/** With its times; nothing, where it has none. */
export function timedOf(session: BoardSession): Timed[] {
  const known = read.get(session)
  if (known) return known
  const timed = readTimes(session)
  read.set(session, timed)
  return timed
}

function readTimes(session: BoardSession): Timed[] {
  if (session.startAt === null) return []
  const endAt = session.endAt === null ? null : new Date(session.endAt)
  return [{ session, ...takenBy({ startAt: new Date(session.startAt), endAt }) }]
}

export function overlaps(one: Times, other: Times): boolean {
  return one.start < other.end && other.start < one.end
}

/** Something that people go to: neither a break, nor a desk, nor what stands for others. */
export function isOn({ session: { kind } }: Timed): boolean {
  return kind !== 'break' && kind !== 'service' && kind !== 'container'
}

export function byRoom(timed: readonly Timed[]): Map<string, Timed[]> {
  return atOnce(groupBy(timed, roomsOf))
}

export function bySpeaker(timed: readonly Timed[]): Map<string, Timed[]> {
  return atOnce(groupBy(timed, speakersOf))
}

export function byDay(timed: readonly Timed[]): Map<string, Timed[]> {
  return atOnce(groupBy(timed, dayOf))
}

const roomsOf = ({ session }: Timed) => session.roomIds
const speakersOf = ({ session }: Timed) => session.speakerIds
const dayOf = ({ session }: Timed) => [session.dayOn]

function* groupBy(timed: readonly Timed[], keysOf: (one: Timed) => readonly string[]): Parts<Map<string, Timed[]>> {
  const groups = new Map<string, Timed[]>()
  for (const [nth, one] of timed.entries()) {
    for (const key of keysOf(one)) {
      const known = groups.get(key)
      if (known) known.push(one)
      else groups.set(key, [one])
    }
    if (nth % PART === 0) yield
  }
  return groups
}

function hoursOf(those: readonly Timed[]): Times {
  const [first, ...others] = those
  const hours = { start: first?.start ?? 0, end: first?.end ?? 0 }
  for (const { start, end } of others) {
    hours.start = Math.min(hours.start, start)
    hours.end = Math.max(hours.end, end)
  }
  return hours
}

function togetherOf(demand: BoardDemand | null): BoardIndex['together'] {
  const together = new Map<string, { id: string; people: number }[]>()
  for (const [one, other, people] of demand?.together ?? [])
    for (const [id, partner] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = together.get(id)
      if (known) known.push({ id: partner, people })
      else together.set(id, [{ id: partner, people }])
    }
  return together
}
