import { tzOffset } from '@date-fns/tz'
import { nameKey } from '@/lib/program/names/name-key'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import type { SessionDiff, StoredSession } from '../diff'

/** What looks rather like a mistake than like a wish, and needs a yes of its own before it is brought in. */
export const guardCodes = [
  'nothing-scheduled',
  'part-missing',
  'many-gone',
  'all-shifted',
  'rooms-renamed',
  'rooms-gone',
  'another-conference',
  'another-site',
] as const
export type GuardCode = (typeof guardCodes)[number]

/** One of them, with the numbers that say why. */
export type Guard =
  | { code: 'nothing-scheduled'; sessions: number }
  | { code: 'part-missing'; gone: number }
  | { code: 'many-gone'; gone: number; standing: number }
  | {
      code: 'all-shifted'
      shifted: number
      of: number
      /** More than 0: later. */ minutes: number
      /** Read in this zone, nothing would be shifted. */ timeZone?: string
    }
  | { code: 'rooms-renamed'; renamed: number; of: number }
  | { code: 'rooms-gone'; sessions: number; of: number }
  | { code: 'another-conference'; common: number; standing: number }
  | { code: 'another-site'; known: string; given: string }

export type GuardedImport = {
  /** What stands from this source; none: it is new. */
  stored: readonly StoredSession[]
  diffs: readonly SessionDiff[]
  /** A part of the files is missing: what is not in the rest need not be gone. */
  isIncomplete: boolean
  /** What tells this source from others, as it was known and as the files say. */
  siteKeys: { known: string | null; given: string | null }
}

/** Of so few anything may be meant. */
const FEW = 3
/** What holds of so many holds of nearly all. */
const NEARLY_ALL = 0.9

/** What has to be asked before an import, in the order of `guardCodes`. */
export function guardsOf(asked: GuardedImport): Guard[] {
  const another = anotherConference(asked)
  return [
    ...nothingScheduled(asked),
    // Of another conference nothing is expected to be there.
    ...(another.length > 0 ? [] : manyGone(asked)),
    ...allShifted(asked),
    ...roomsLost(asked),
    ...another,
    ...anotherSite(asked.siteKeys),
  ]
}

/** Not where a source never had times: its days stand before its hours are known. */
function nothingScheduled({ stored, diffs }: GuardedImport): Guard[] {
  const [standing, coming] = [standingOf(stored), comingOf(diffs)]
  if (coming.some(({ snapshot }) => snapshot.startAt !== null)) return []
  const isNew = standing.length === 0 && coming.length > FEW
  const hadTimes = coming.length > 0 && standing.some(({ imported }) => imported.startAt !== null)
  return isNew || hadTimes ? [{ code: 'nothing-scheduled', sessions: coming.length }] : []
}

function manyGone({ stored, diffs, isIncomplete }: GuardedImport): Guard[] {
  const gone = diffs.filter(({ kind }) => kind === 'cancelled').length
  const standing = standingOf(stored).length
  return [
    ...(isIncomplete && gone > 0 ? [{ code: 'part-missing' as const, gone }] : []),
    ...(gone > FEW && gone * 10 > standing * 3 ? [{ code: 'many-gone' as const, gone, standing }] : []),
  ]
}

function allShifted(asked: GuardedImport): Guard[] {
  const shifts = pairsOf(asked).flatMap(([before, after]) =>
    before.startAt && after.startAt
      ? [Math.round((Date.parse(after.startAt) - Date.parse(before.startAt)) / MINUTE_MS)]
      : [],
  )
  const counts = new Map<number, number>()
  for (const minutes of shifts) counts.set(minutes, (counts.get(minutes) ?? 0) + 1)
  const [[minutes, shifted] = [0, 0]] = [...counts].sort(([, a], [, b]) => b - a)
  return minutes !== 0 && shifted > FEW && shifted >= shifts.length * NEARLY_ALL
    ? [{ code: 'all-shifted', shifted, of: shifts.length, minutes }]
    : []
}

/** Once: rooms that nobody names any more have no other name. */
function roomsLost(asked: GuardedImport): Guard[] {
  const pairs = pairsOf(asked).filter(([{ rooms }]) => rooms.length > 0)
  const sessions = pairs.filter(([, { rooms }]) => rooms.length === 0).length
  if (pairs.length > FEW && sessions >= pairs.length * NEARLY_ALL)
    return [{ code: 'rooms-gone', sessions, of: pairs.length }]
  const placed = pairs.filter(([, { rooms }]) => rooms.length > 0)
  const namesOf = (rooms: string[][]) => new Set(rooms.flat().map(nameKey))
  const before = namesOf(placed.map(([{ rooms }]) => rooms))
  const after = namesOf(placed.map(([, { rooms }]) => rooms))
  const renamed = [...before].filter((name) => !after.has(name)).length
  return (before.size >= FEW || placed.length > FEW) && renamed >= before.size * NEARLY_ALL
    ? [{ code: 'rooms-renamed', renamed, of: before.size }]
    : []
}

/** Hardly an id, a title or a day of what stands is in it. */
function anotherConference({ stored, diffs }: GuardedImport): Guard[] {
  const [standing, coming] = [standingOf(stored), comingOf(diffs)]
  const fewer = Math.min(standing.length, coming.length)
  const titles = new Set(standing.map(({ imported }) => nameKey(imported.title)))
  const days = new Set(standing.map(({ imported }) => imported.dayOn))
  const [known, named, ofDays] = [
    coming.filter(({ id }) => id !== null),
    coming.filter(({ snapshot }) => titles.has(nameKey(snapshot.title))),
    coming.filter(({ snapshot }) => days.has(snapshot.dayOn)),
  ].map(({ length }) => length)
  const common = Math.max(known ?? 0, named ?? 0)
  const isHardlyAny = (count: number) => count <= fewer * (1 - NEARLY_ALL)
  return fewer > FEW && isHardlyAny(common) && isHardlyAny(ofDays ?? 0)
    ? [{ code: 'another-conference', common, standing: standing.length }]
    : []
}

function anotherSite({ known, given }: GuardedImport['siteKeys']): Guard[] {
  return known !== null && given !== null && nameKey(known) !== nameKey(given)
    ? [{ code: 'another-site', known, given }]
    : []
}

function standingOf(stored: readonly StoredSession[]): StoredSession[] {
  return stored.filter(({ imported }) => !imported.cancelled)
}

/** What the files say takes place. */
function comingOf(diffs: readonly SessionDiff[]): SessionDiff[] {
  return diffs.filter(({ snapshot }) => !snapshot.cancelled)
}

/** What the source said of each session that it still names, and what it says now. */
function pairsOf({ stored, diffs }: GuardedImport) {
  const before = new Map(standingOf(stored).map(({ id, imported }) => [id, imported]))
  return comingOf(diffs).flatMap(({ id, snapshot }) => {
    const said = id === null ? undefined : before.get(id)
    return said ? [[said, snapshot] as const] : []
  })
}

/**
 * The zones of these whose clocks, at an instant, differ from those in which files were read by just so much as all
 * their sessions are shifted: wall times of theirs would be where they were.
 * @param minutes by how much the sessions are later
 */
export function zonesThatExplain(minutes: number, at: Date, readIn: string, zones: readonly string[]): string[] {
  const wanted = tzOffset(readIn, at) + minutes
  return [...new Set(zones)].filter((zone) => zone !== readIn && tzOffset(zone, at) === wanted)
}

/** The numbers and names of a guard, as its sentence (`bringIn.guard`) takes them in a language. */
export function guardValues(guard: Guard, language: string): Record<string, string | number> {
  if (guard.code !== 'all-shifted') return guard
  const { shifted, of, minutes } = guard
  return {
    shifted,
    of,
    others: of - shifted,
    span: spanOf(minutes, language),
    direction: minutes > 0 ? 'later' : 'earlier',
  }
}

/** How long so many minutes are, whatever their sign: "1 day 2 hours". */
function spanOf(minutes: number, language: string): string {
  const ms = Math.abs(minutes) * MINUTE_MS
  const parts = [
    ['day', Math.floor(ms / DAY_MS)],
    ['hour', Math.floor((ms % DAY_MS) / HOUR_MS)],
    ['minute', (ms % HOUR_MS) / MINUTE_MS],
  ] as const
  return parts
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count))
    .join(' ')
}
