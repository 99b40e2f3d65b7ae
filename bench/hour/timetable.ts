import { seeded } from '../seeded'

/** What somebody does at a moment: milliseconds from the beginning, and which attendee, or which door. */
export type Act =
  | { atMs: number; does: 'open'; who: number }
  /** Without a rank a pick is dropped. */
  | { atMs: number; does: 'pick'; who: number; picks: readonly { session: number; rank: Rank | null }[] }
  | { atMs: number; does: 'report'; who: number }
  | { atMs: number; does: 'tap'; door: number; delta: number }

export type Rank = 'first' | 'planB' | 'hidden'

type Hall = { attendees: number; doors: number; sessions: number; lengthMs: number }

const PUSHES = 1
const TAPS = 20
// Everybody has come by then; the last of them still have time to pick.
const ARRIVED = 0.7
// Between two sessions people go through the doors.
const RUSHES = [0.2, 0.8] as const
const RUSH = 0.12

/**
 * What happens in the hour, in order; the same for the same seed. Attendees come one after the other, each picks one to
 * five sessions (as a first choice, plan B, or to hide them; now and then one is dropped again), and one in ten says
 * how full a room is. At the doors stewards count while people come in, twice.
 */
export function timetable({ attendees, doors, sessions, lengthMs }: Hall, seed: number): Act[] {
  const random = seeded(seed)
  const any = (count: number) => Math.floor(random() * count)
  // Some talks are what everybody wants to see.
  const wanted = () => Math.floor(random() ** 1.6 * sessions)
  const acts: Act[] = []
  for (let who = 0; who < attendees; who++) {
    const cameMs = random() * ARRIVED * lengthMs
    acts.push({ atMs: cameMs, does: 'open', who })
    const mine: number[] = []
    for (let push = 0; push < PUSHES; push++) {
      const atMs = cameMs + 2_000 + random() * (0.97 * lengthMs - cameMs - 2_000)
      const picked = new Set(Array.from({ length: 1 + any(5) }, wanted))
      const picks: { session: number; rank: Rank | null }[] = [...picked].map((session) => ({
        session,
        rank: rankOf(random()),
      }))
      const before = mine[any(mine.length)]
      if (before !== undefined && random() < 0.2 && !picked.has(before)) picks.push({ session: before, rank: null })
      mine.push(...picked)
      acts.push({ atMs, does: 'pick', who, picks })
    }
    if (random() < 0.1) acts.push({ atMs: (0.5 + random() * 0.45) * lengthMs, does: 'report', who })
  }
  for (let door = 0; door < doors; door++)
    for (let tap = 0; tap < TAPS; tap++) {
      const rush = RUSHES[tap % RUSHES.length] ?? 0
      acts.push({ atMs: (rush + random() * RUSH) * lengthMs, does: 'tap', door, delta: 1 + any(4) })
    }
  return acts.sort((a, b) => a.atMs - b.atMs)
}

function rankOf(random: number): Rank {
  return random < 0.75 ? 'first' : random < 0.95 ? 'planB' : 'hidden'
}
