import { turnedAwayOf } from '@/lib/rooms/forecast'
import type { BoardRoom } from '../board/board'
import { placedOn, type HeldSession, type SuggestFacts, type Wish } from './day-facts'
import { circleOf, movableOf } from './may-move'
import { overlap, type Movable, type SuggestProblem, type Spot, type Stretch } from './problem'

/** Each who hears of another room, or of another time, counts so much of one who is turned away. */
const TOLD = { room: 0.01, time: 0.05 } as const
/** KubeCon's largest day has 62,000. */
const MOST_SPOTS = 100_000

/**
 * Poses the problem of a day: sessions may go to rooms and times of others of their circle (may-move.ts), so long as
 * they last. Rooms that hold nothing but breaks and exhibitions take nothing else.
 * @returns null: more than can be solved
 */
export function poseProblem(facts: SuggestFacts, wish: Wish, now: Date): SuggestProblem | null {
  const placed = placedOn(facts, wish.day)
  const movable = movableOf(placed, wish, now)
  const staying = placed.filter((one) => !movable.includes(one))
  const spots = new Spots(facts, wish, movable, staying)
  if (spots.count() > MOST_SPOTS) return null
  const places = new Map(movable.map(({ session }, index) => [session.id, index]))
  return {
    sessions: movable.map((one) => spots.movableOf(one)),
    pairs: facts.pairs.flatMap(({ one, other, people }) => {
      const [a, b] = [places.get(one), places.get(other)]
      return a === undefined || b === undefined ? [] : [{ one: a, other: b, people }]
    }),
    speakers: sharedSpeakers(movable),
    mostMoves: wish.mostMoves,
  }
}

function sharedSpeakers(movable: readonly HeldSession[]): number[][] {
  const byId = new Map<string, number[]>()
  movable.forEach(({ session }, index) => {
    for (const id of new Set(session.speakerIds)) byId.set(id, [...(byId.get(id) ?? []), index])
  })
  return [...byId.values()].filter(({ length }) => length > 1)
}

class Spots {
  readonly #away: ReadonlyMap<string, readonly Stretch[]>
  readonly #circles = new Map<string, HeldSession[]>()
  readonly #samePicks = new Map<string, Map<string, number>>()

  constructor(
    readonly facts: SuggestFacts,
    readonly wish: Wish,
    readonly movable: readonly HeldSession[],
    readonly staying: readonly HeldSession[],
  ) {
    this.#away = new Map(
      facts.speakers.map(({ id, away }) => [
        id,
        away.map(({ startAt, endAt }) => ({ start: Date.parse(startAt), end: Date.parse(endAt) })),
      ]),
    )
    for (const one of movable) this.#circles.set(circleOf(one), [...(this.#circles.get(circleOf(one)) ?? []), one])
    for (const { one, other, people } of facts.pairs)
      for (const [a, b] of [
        [one, other],
        [other, one],
      ] as const)
        this.#samePicks.set(a, (this.#samePicks.get(a) ?? new Map<string, number>()).set(b, people))
  }

  /** How many there are, or a few more. */
  count(): number {
    return this.movable.reduce((sum, one) => {
      const { rooms, times } = this.#choiceOf(one)
      return sum + rooms.length * times.length
    }, 0)
  }

  #choiceOf(one: HeldSession): { rooms: readonly (BoardRoom | null)[]; times: readonly Stretch[] } {
    const circle = this.#circles.get(circleOf(one)) ?? [one]
    return {
      rooms: this.wish.what === 'times' ? [one.room] : unique(circle.map(({ room }) => room)),
      times: this.wish.what === 'rooms' ? [one] : timesFor(one, circle),
    }
  }

  movableOf(one: HeldSession): Movable {
    const { rooms, times } = this.#choiceOf(one)
    const others = times.flatMap((time) =>
      rooms.flatMap((room) => {
        const isHere = room === one.room && time.start === one.start
        return room === null || isHere || !this.#isFree(one, room, time) ? [] : [this.#spotAt(one, room, time)]
      }),
    )
    return { id: one.session.id, spots: [this.#spotAt(one, one.room, one), ...others] }
  }

  #isFree({ session }: HeldSession, room: BoardRoom, time: Stretch): boolean {
    const isTaken = this.staying.some(
      (its) =>
        overlap(its, time) &&
        (its.session.roomIds.includes(room.id) || its.session.speakerIds.some((id) => session.speakerIds.includes(id))),
    )
    const isAway = session.speakerIds.some((id) => this.#away.get(id)?.some((away) => overlap(away, time)))
    return !isTaken && !isAway
  }

  #spotAt({ session, room: roomNow, start }: HeldSession, room: BoardRoom | null, time: Stretch): Spot {
    const expected = this.facts.expected.get(session.id) ?? 0
    const seats = session.capacity ?? room?.capacity ?? null
    const samePicks = this.#samePicks.get(session.id)
    const told = time.start !== start ? TOLD.time : room !== roomNow ? TOLD.room : null
    return {
      roomId: room?.id ?? '',
      start: time.start,
      end: time.end,
      turnedAway: seats === null ? 0 : turnedAwayOf(expected, seats, this.facts.spread),
      choosing: this.staying.reduce(
        (sum, its) => sum + (overlap(its, time) ? (samePicks?.get(its.session.id) ?? 0) : 0),
        0,
      ),
      change: told === null ? 0 : 1 + told * expected,
    }
  }
}

/** The times of the circle that last as long; of the session's own its own first. */
function timesFor(one: HeldSession, circle: readonly HeldSession[]): Stretch[] {
  const lasting = circle.filter(({ start, end }) => end - start === one.end - one.start)
  return [...new Map([one, ...lasting].map(({ start, end }) => [start, { start, end }])).values()]
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}
