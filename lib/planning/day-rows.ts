import { MINUTE_MS } from '@/lib/platform/time'
import type { PlanConflict } from './conflict-options'
import type { PassageFrom } from './passages'
import { takesTime, type PlanEntry } from './plan'

/** A free time that is shorter is no time for anything else. */
const SHORTEST_FREE_MINUTES = 20

type SessionEntry = Extract<PlanEntry, { session: unknown }>

/** A line of a plan's day, in the order in which it is lived. */
export type DayRow =
  | {
      kind: 'entry'
      entry: PlanEntry
      /** What I chose instead of it, at its time. */ planBs: SessionEntry[]
      /** What it cannot be done together with. */ conflicts: PlanConflict[]
    }
  | { kind: 'free'; start: number; end: number }
  | { kind: 'walk'; way: PassageFrom; /** When what it leads to begins. */ start: number }
  | { kind: 'conflict'; conflict: PlanConflict }
  | { kind: 'now' }

/** What stands around the entries of a day. */
type Around = {
  /** To each session that takes minding, by its id. */ ways: ReadonlyMap<string, PassageFrom>
  conflicts: readonly PlanConflict[]
  /** The present moment, where it belongs to this day; milliseconds since 1970. */ now: number | null
}

/**
 * A day of a plan as lines from top to bottom: each plan B folded under the first choice that it stands in for, the
 * times in between in which I am free, the ways, and what cannot be done, where it is.
 */
export function dayRows(entries: readonly PlanEntry[], { ways, conflicts, now }: Around): DayRow[] {
  const folded = foldPlanBs(entries)
  const shown = entries.filter((entry) => !isFolded(entry, folded))
  const told = joinOverlaps(conflicts)
  const rows = [
    ...freeTimes(entries).map((span) => ({ at: span.start, order: 0, row: { kind: 'free' as const, ...span } })),
    ...shown.flatMap((entry) => rowsOf(entry, { ways, conflicts, told, folded })),
    ...presentRow(shown, now),
  ]
  return rows.sort((a, b) => a.at - b.at || a.order - b.order).map(({ row }) => row)
}

type Row = { at: number; order: number; row: DayRow }
type Folded = ReadonlyMap<PlanEntry, SessionEntry[]>

type Laid = Omit<Around, 'now'> & { /** What has a line of its own. */ told: PlanConflict[]; folded: Folded }

function rowsOf(entry: PlanEntry, { ways, conflicts, told, folded }: Laid): Row[] {
  const at = entry.start
  const id = 'session' in entry ? entry.session.id : undefined
  const way = id === undefined ? undefined : ways.get(id)
  const mine = conflicts.filter(({ sides }) => sides.some(({ session }) => session.id === id))
  // Said once, before what comes last of them.
  const second = told.filter(({ sides }) => sides.at(-1)?.session.id === id)
  const isLate = second.some(({ kind }) => kind === 'walk')
  return [
    ...(way && !isLate ? [{ at, order: 1, row: { kind: 'walk' as const, way, start: at } }] : []),
    ...second.map((conflict) => ({ at, order: 2, row: { kind: 'conflict' as const, conflict } })),
    { at, order: 3, row: { kind: 'entry', entry, planBs: folded.get(entry) ?? [], conflicts: mine } },
  ]
}

/**
 * What is on at once from one moment on is one line, however many pairs there are of it. Its minutes are the longest
 * that two of them are on together.
 */
function joinOverlaps(conflicts: readonly PlanConflict[]): PlanConflict[] {
  const joined = new Map<string, PlanConflict>()
  const others = conflicts.filter((conflict) => conflict.kind !== 'overlap')
  for (const conflict of conflicts.filter(({ kind }) => kind === 'overlap')) {
    const since = conflict.sides.at(-1)?.session.startAt ?? ''
    const known = joined.get(since)
    const sides = [...(known?.sides ?? []), ...conflict.sides]
    joined.set(since, {
      ...conflict,
      minutes: Math.max(known?.minutes ?? 0, conflict.minutes),
      sides: [...new Map(sides.map((side) => [side.session.id, side])).values()].sort(
        (one, other) => startOf(one) - startOf(other),
      ),
    })
  }
  return [...joined.values(), ...others]
}

function startOf({ session }: PlanConflict['sides'][number]): number {
  return Date.parse(session.startAt ?? '')
}

/** By the first choice that they overlap; a plan B of nothing stands by itself. */
function foldPlanBs(entries: readonly PlanEntry[]): Folded {
  const folded = new Map<PlanEntry, SessionEntry[]>()
  for (const entry of entries) {
    if (!('session' in entry) || entry.rank !== 'planB') continue
    const first = entries.find(
      (other) =>
        'session' in other &&
        other.rank === 'first' &&
        takesTime(other) &&
        other.start < entry.end &&
        entry.start < other.end,
    )
    if (first) folded.set(first, [...(folded.get(first) ?? []), entry])
  }
  return folded
}

function isFolded(entry: PlanEntry, folded: Folded): boolean {
  return [...folded.values()].some((planBs) => planBs.some((one) => one === entry))
}

/** Between the first and the last of the day, where nothing takes my time. */
function freeTimes(entries: readonly PlanEntry[]): { start: number; end: number }[] {
  const end = Math.max(...entries.map((entry) => entry.end))
  let since = Math.min(...entries.map((entry) => entry.start))
  const found: { start: number; end: number }[] = []
  const add = (until: number) => {
    if (until - since >= SHORTEST_FREE_MINUTES * MINUTE_MS) found.push({ start: since, end: until })
  }
  for (const entry of entries.filter(takesTime).sort((a, b) => a.start - b.start)) {
    add(entry.start)
    since = Math.max(since, entry.end)
  }
  add(end)
  return found
}

/** A line of its own between two entries; within one, the entry draws it. */
function presentRow(entries: readonly PlanEntry[], now: number | null): Row[] {
  if (now === null || entries.length === 0 || entries.some(({ start, end }) => start <= now && now < end)) return []
  const [first, last] = [Math.min(...entries.map(({ start }) => start)), Math.max(...entries.map(({ end }) => end))]
  return first <= now && now < last ? [{ at: now, order: -1, row: { kind: 'now' } }] : []
}
