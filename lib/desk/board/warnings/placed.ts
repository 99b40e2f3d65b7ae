import type { BoardSession } from '../board'
import { timedOf, type BoardIndex, type Timed } from './board-index'

/** A board on which some sessions are elsewhere than in its index: while they are dragged, say. */
export type PlacedBoard = {
  inRoom(id: string): readonly Timed[]
  ofSpeaker(id: string): readonly Timed[]
  onDay(day: string): readonly Timed[]
  /** Nothing, where it has no time. */ at(id: string): readonly Timed[]
}

export function placedAmong(index: BoardIndex, sessions: readonly BoardSession[]): PlacedBoard {
  const wanted = new Map(sessions.map((session) => [session.id, timedOf(session)]))
  const all = [...wanted.values()].flat()
  const instead = (known: readonly Timed[] | undefined, keysOf: (one: Timed) => readonly string[], key: string) => [
    ...(known ?? []).filter(({ session }) => !wanted.has(session.id)),
    ...all.filter((one) => keysOf(one).includes(key)),
  ]
  return {
    inRoom: (id) => instead(index.byRoom.get(id), ({ session }) => session.roomIds, id),
    ofSpeaker: (id) => instead(index.bySpeaker.get(id), ({ session }) => session.speakerIds, id),
    onDay: (day) => instead(index.byDay.get(day), ({ session }) => [session.dayOn], day),
    at: (id) => wanted.get(id) ?? [index.byId.get(id)].flatMap((session) => (session ? timedOf(session) : [])),
  }
}
