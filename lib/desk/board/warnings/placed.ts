import type { BoardSession } from '../board'
import { byDay, byRoom, bySpeaker, timedOf, type BoardIndex, type Timed } from './board-index'

/** A board on which some sessions are elsewhere than in its index: while they are dragged, say. */
export type PlacedBoard = {
  inRoom(id: string): readonly Timed[]
  ofSpeaker(id: string): readonly Timed[]
  onDay(day: string): readonly Timed[]
  /** Of the breaks during which everybody is free as published, those on that day. */
  plenaryBreaksOn(day: string): readonly Timed[]
  /** Nothing, where it has no time. */ at(id: string): readonly Timed[]
}

export function placedAmong(index: BoardIndex, sessions: readonly BoardSession[]): PlacedBoard {
  const wanted = new Map(sessions.map((session) => [session.id, timedOf(session)]))
  const all = [...wanted.values()].flat()
  /** Each list is made once, however many sessions ask for it. */
  const instead = (known: ReadonlyMap<string, readonly Timed[]>, here: ReadonlyMap<string, readonly Timed[]>) =>
    remember((key) => [
      ...(known.get(key) ?? []).filter(({ session }) => !wanted.has(session.id)),
      ...(here.get(key) ?? []),
    ])
  const at = (id: string) => wanted.get(id) ?? index.byId.get(id) ?? []
  return {
    inRoom: instead(index.byRoom, byRoom(all)),
    ofSpeaker: instead(index.bySpeaker, bySpeaker(all)),
    onDay: instead(index.byDay, byDay(all)),
    // They are few, and a day has thousands of sessions.
    plenaryBreaksOn: remember((day) =>
      [...index.plenaryBreaks].flatMap(at).filter(({ session }) => session.dayOn === day),
    ),
    at,
  }
}

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}
