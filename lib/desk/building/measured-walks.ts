import { zoneMinutes } from '@/lib/planning/walking'
import type { AgendaFloor, AgendaWalk, RoomPlace } from '@/lib/program/agenda'
import type { WalkCell } from '@/lib/schedule/edit/walks'
import { MOST_WALK_MINUTES } from '@/lib/schedule/edit/walk-limits'

/** People go around corners and other people: so much longer than the straight line, so many metres a minute. */
const [DETOUR, METRES_A_MINUTE] = [1.3, 65]

type Floor = Pick<AgendaFloor, 'id' | 'width' | 'height'> & { metresWide: number | null }
type Room = { id: string; zone: string | null; place?: RoomPlace | undefined }

/** Minutes on foot between two zones as plans have them, where Hallway reckons with others. */
export type MeasuredWalk = {
  from: string
  to: string
  minutes: number
  /** What Hallway reckons with. */ before: number
  /** Somebody gave that, in this direction or the other. */ isGiven: boolean
}

/**
 * What the plans with a scale say of the walks between zones: between any two rooms of one floor, on average. What it
 * says as it stands is left out.
 */
export function measuredWalks(
  floors: readonly Floor[],
  rooms: readonly Room[],
  walks: readonly AgendaWalk[],
): MeasuredWalk[] {
  const metres = new Map<string, { from: string; to: string; ways: number[] }>()
  for (const floor of floors)
    for (const { from, to, way } of waysOn(floor, rooms)) {
      const key = JSON.stringify([from, to])
      const known = metres.get(key) ?? { from, to, ways: [] }
      known.ways.push(way)
      metres.set(key, known)
    }
  return [...metres.values()]
    .map(({ from, to, ways }) => ({
      from,
      to,
      minutes: minutesOf(ways.reduce((sum, way) => sum + way, 0) / ways.length),
      before: zoneMinutes(from, to, walks),
      isGiven: walks.some((walk) => isBetween(walk, from, to)),
    }))
    .filter(({ minutes, before }) => minutes !== before)
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
}

/** The cells of the matrix that have to say it: both directions where both were given. */
export function cellsOf(measured: readonly MeasuredWalk[], walks: readonly AgendaWalk[]): WalkCell[] {
  return measured.flatMap(({ from, to, minutes }) => {
    const given = walks.filter((walk) => isBetween(walk, from, to))
    return given.length > 0 ? given.map((walk) => ({ ...walk, minutes })) : [{ from, to, minutes }]
  })
}

/** What takes these cells back. */
export function cellsBefore(cells: readonly WalkCell[], walks: readonly AgendaWalk[]): WalkCell[] {
  return cells.map(({ from, to }) => ({
    from,
    to,
    minutes: walks.find((walk) => walk.from === from && walk.to === to)?.minutes ?? null,
  }))
}

function waysOn({ id, width, height, metresWide }: Floor, rooms: readonly Room[]) {
  const here = rooms.flatMap(({ zone, place }) =>
    zone && metresWide && place?.floor === id
      ? [{ zone, x: place.x * metresWide, y: (place.y * metresWide * height) / width }]
      : [],
  )
  return here.flatMap((one, index) =>
    here.slice(index + 1).map((other) => {
      const [from = '', to = ''] = [one.zone, other.zone].sort()
      return { from, to, way: Math.hypot(one.x - other.x, one.y - other.y) }
    }),
  )
}

function minutesOf(metres: number): number {
  return Math.min(MOST_WALK_MINUTES, Math.max(1, Math.ceil((metres * DETOUR) / METRES_A_MINUTE)))
}

function isBetween(walk: AgendaWalk, from: string, to: string): boolean {
  return (walk.from === from && walk.to === to) || (walk.from === to && walk.to === from)
}
