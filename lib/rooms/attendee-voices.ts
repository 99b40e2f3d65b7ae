import { MINUTE_MS } from '@/lib/platform/time'
import type { KnownOccupancy, Level, Reading, RoomState } from './schema'

/** A reading says nothing after this long, or after its slot, whichever comes first (decision 19). */
export const HOLDS_MINUTES = 30
const GUEST_WEIGHT = 0.5
// A browser makes as many devices as it likes, and an address holds one browser or a whole hall: all guests behind it
// weigh as much as one who is signed in.
const ORIGIN_WEIGHT = 1
const MOST_VOICES_OF_ORIGIN = ORIGIN_WEIGHT / GUEST_WEIGHT
/** From empty to none let in: of two that weigh the same, the fuller one warns. */
const FULLEST_FIRST: readonly Level[] = ['closed', 'full', 'nearlyFull', 'filling', 'open']

type Said = Extract<Reading, { kind: 'level' }>
type Heaviest = { level: Level; said: readonly Said[]; weight: number }

/** The level that weighs most: one voice each, less for guests, less as it grows old. */
export function byAttendees(fresh: readonly Reading[], forecast: RoomState | null, now: Date): KnownOccupancy | null {
  const { seats, entered } = voicesOf(fresh)
  const weights = guestWeights([...seats, ...entered])
  // Whoever is in says that it is not full, and leaves how full it is to those who looked, or to the forecast.
  const level =
    heaviestOf(
      seats.filter(({ level }) => level !== 'full' && level !== 'closed'),
      weights,
      now,
    )?.level ?? (forecast === 'full' || forecast === 'nearlyFull' ? 'nearlyFull' : 'open')
  const heaviest = heaviestOf(
    [...seats, ...entered.map((reading): Said => ({ ...reading, kind: 'level', level }))],
    weights,
    now,
  )
  if (!heaviest) return null
  const { said } = heaviest
  return {
    state: heaviest.level,
    origin: 'attendees',
    at: new Date(Math.max(...said.map(({ at }) => at.getTime()))),
    count: null,
    voices: countVoices(said),
  }
}

/**
 * The newest of each attendee. What they said of the seats is still so once they are in, unless it was that there is
 * none.
 */
function voicesOf(fresh: readonly Reading[]) {
  const seats = new Map<string, Said>()
  const entered = new Map<string, Extract<Reading, { kind: 'entered' }>>()
  for (const reading of fresh) {
    if (reading.voice.kind !== 'attendee') continue
    const { person } = reading.voice
    const before = seats.get(person)
    if (reading.kind === 'entered' && before && before.level !== 'full')
      seats.set(person, { ...before, at: reading.at })
    else if (reading.kind === 'entered') {
      seats.delete(person)
      entered.set(person, reading)
    }
    if (reading.kind === 'level') {
      seats.set(person, reading)
      entered.delete(person)
    }
  }
  return { seats: [...seats.values()], entered: [...entered.values()] }
}

function heaviestOf(said: readonly Said[], weights: ReadonlyMap<string, number>, now: Date): Heaviest | null {
  const weighed = FULLEST_FIRST.map((level) => {
    const these = said.filter((reading) => reading.level === level)
    return { level, said: these, weight: these.reduce((sum, reading) => sum + weightOf(reading, weights, now), 0) }
  })
  return weighed
    .filter(({ said: these }) => these.length > 0)
    .reduce<Heaviest | null>((best, other) => (best && best.weight >= other.weight ? best : other), null)
}

function weightOf({ voice, at }: Reading, weights: ReadonlyMap<string, number>, now: Date): number {
  const decay = 1 - ageMs(at, now) / (HOLDS_MINUTES * MINUTE_MS)
  if (voice.kind !== 'attendee' || !voice.isGuest) return decay
  return (weights.get(voice.origin ?? '') ?? GUEST_WEIGHT) * decay
}

/**
 * What each guest behind an address weighs, by that address: with few of them half a voice, with many a share of one.
 */
function guestWeights(said: readonly Reading[]): ReadonlyMap<string, number> {
  return new Map(
    [...guestsByOrigin(said)].map(([origin, count]) => [origin, Math.min(GUEST_WEIGHT, ORIGIN_WEIGHT / count)]),
  )
}

/** How many agree; of guests behind one address no more than weigh. */
function countVoices(said: readonly Reading[]): number {
  const shared = guestsByOrigin(said)
  return said.length - [...shared.values()].reduce((sum, count) => sum + Math.max(0, count - MOST_VOICES_OF_ORIGIN), 0)
}

function guestsByOrigin(said: readonly Reading[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { voice } of said)
    if (voice.kind === 'attendee' && voice.isGuest && voice.origin)
      counts.set(voice.origin, (counts.get(voice.origin) ?? 0) + 1)
  return counts
}

/** How long ago something was read; what a clock dated into the future was read now. */
export function ageMs(at: Date, now: Date): number {
  return Math.max(0, now.getTime() - at.getTime())
}
