import { turnedAwayOf } from '@/lib/rooms/forecast'
import type { Movable, PickedPair, SuggestProblem, Spot } from '@/lib/desk/suggest/problem'
import { seeded } from '../seeded'

export type Shape = {
  rooms: readonly number[]
  slots: number
  sessions: number
  people: number
  topics: number
}

// Rooms as a large centre has them, and as a university does.
export const KUBECON: Shape = {
  rooms: [
    1_500, 1_000, 800, 700, 600, 600, 500, 450, 400, 400, 350, 300, 300, 250, 250, 200, 200, 200, 150, 150, 120, 120,
    100, 100, 80, 80,
  ],
  slots: 12,
  sessions: 200,
  people: 12_000,
  topics: 12,
}
export const KCD: Shape = { rooms: [350, 150, 80, 60], slots: 8, sessions: 30, people: 450, topics: 5 }

const HOUR = 3_600_000
const SPREAD = 0.5
/** Of those who picked, how many come. */
const SHARE = 0.5

export type Day = {
  sessions: { appeal: number; topic: number; slot: number; room: number; speakers: number[] }[]
  picks: number[]
  pairs: PickedPair[]
}

/** A day and who picked what: the same for the same seed. */
export function simulateDay(shape: Shape, seed: number): Day {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  // Each slot has as many sessions as the others, in rooms by chance.
  const order = shuffled(
    shape.rooms.map((_, room) => room),
    random,
  )
  const cells = Array.from({ length: shape.sessions }, (_, index) => {
    const slot = index % shape.slots
    return { slot, room: order[(Math.floor(index / shape.slots) + slot * 5) % order.length] ?? 0 }
  })
  const sessions = cells.map(({ room, slot }) => ({
    room,
    slot,
    topic: Math.floor(random() * shape.topics),
    // The organizers guessed: larger rooms have what draws more, give or take a factor of two and a half.
    appeal: Math.sqrt(shape.rooms[room] ?? 1) * Math.exp(0.9 * normal()),
    speakers: [] as number[],
  }))
  // One speaker in twenty has two sessions, in different slots.
  sessions.forEach((session, index) => {
    session.speakers.push(index)
    const other = Math.floor(random() * sessions.length)
    if (random() < 0.05 && sessions[other]?.slot !== session.slot) session.speakers.push(other)
  })
  const picks = sessions.map(() => 0)
  const together = new Map<number, number>()
  for (let person = 0; person < shape.people; person++) {
    const liked = new Set([0, 1].map(() => Math.floor(random() * shape.topics)))
    const wanted = new Set<number>()
    const most = Math.round(shape.slots * (0.5 + random()))
    for (let pick = 0; pick < most; pick++) wanted.add(choose(sessions, (one) => appealTo(one, liked), random))
    // Of two at one time the one picked first is the first choice.
    const taken = new Set<number>()
    for (const index of wanted) {
      const slot = sessions[index]?.slot ?? 0
      if (!taken.has(slot)) picks[index] = (picks[index] ?? 0) + 1
      taken.add(slot)
    }
    for (const one of wanted)
      for (const other of wanted)
        if (one < other) together.set(one * 10_000 + other, (together.get(one * 10_000 + other) ?? 0) + 1)
  }
  const pairs = [...together]
    .map(([key, people]) => ({ one: Math.floor(key / 10_000), other: key % 10_000, people }))
    .filter(({ people }) => people >= 5)
    .sort((a, b) => b.people - a.people)
  return { sessions, picks, pairs }
}

export function problemOf(
  { rooms, slots }: Shape,
  { sessions, picks, pairs }: Day,
  may: { times: boolean; mostMoves: number },
): SuggestProblem {
  const speakers = new Map<number, number[]>()
  sessions.forEach((session, index) =>
    session.speakers.forEach((speaker) => speakers.set(speaker, [...(speakers.get(speaker) ?? []), index])),
  )
  return {
    sessions: sessions.map(({ room, slot }, index): Movable => {
      const expected = (picks[index] ?? 0) * SHARE
      const at = (its: number, time: number): Spot => ({
        roomId: `room ${its}`,
        start: time * HOUR,
        end: time * HOUR + HOUR / 2,
        turnedAway: turnedAwayOf(expected, rooms[its] ?? 0, SPREAD),
        choosing: 0,
        change: its === room && time === slot ? 0 : 1 + expected * (time === slot ? 0.01 : 0.05),
      })
      const times = may.times ? Array.from({ length: slots }, (_, time) => time) : [slot]
      const others = times.flatMap((time) =>
        rooms.flatMap((_, its) => (its === room && time === slot ? [] : [at(its, time)])),
      )
      return { id: `session ${index}`, spots: [at(room, slot), ...others] }
    }),
    pairs,
    speakers: [...speakers.values()].filter(({ length }) => length > 1),
    mostMoves: may.mostMoves,
  }
}

function appealTo(session: Day['sessions'][number], liked: ReadonlySet<number>): number {
  return session.appeal * (liked.has(session.topic) ? 6 : 1)
}

function choose<Item>(items: readonly Item[], weight: (item: Item) => number, random: () => number): number {
  let left = random() * items.reduce((sum, one) => sum + weight(one), 0)
  return Math.max(
    0,
    items.findIndex((one) => (left -= weight(one)) <= 0),
  )
}

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
