import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { laterOf } from '@/lib/platform/time'
import type { CalendarEntry } from './ics'

/** An entry of a plan, and its title without a word before it; empty for what is no part of the plan. */
export type WantedEntry = CalendarEntry & { name: string }

const instant = z.iso.datetime()

/** What calendars show of an entry: whatever changes here is a revision. */
export const shownSchema = z.object({
  name: z.string(),
  title: z.string(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  dayOn: z.string(),
  startAt: instant.nullable(),
  endAt: instant.nullable(),
  createdAt: instant.nullable(),
  location: z.string(),
  description: z.string(),
  category: z.string().nullable(),
  url: z.string().nullable(),
  secret: z.boolean(),
})
export type ShownEntry = z.infer<typeof shownSchema>

/** An entry as the feed gave it last. */
export type GivenEntry = {
  entryId: string
  shown: ShownEntry
  sequence: number
  revisedAt: Date
  /** Since when it is not in the plan. */
  goneAt: Date | null
  /** Since when the feed no longer says so. */
  endedAt: Date | null
}

/**
 * What a feed gives now: what is in the plan, and as cancelled what was given before and is not. An entry that shows
 * something else than before has a SEQUENCE that was never given of it, whatever changed it: the session, the pick, the
 * kind of a block, the days of the conference, the language, the right to see it.
 * @param given of all that was ever given, by id
 * @param goneTitle what one is called that is gone
 * @returns each as it is from now on, and which of them are not as they were given
 */
export function reviseFeed(
  given: ReadonlyMap<string, GivenEntry>,
  wanted: readonly WantedEntry[],
  { now, goneTitle }: { now: Date; goneTitle: (shown: ShownEntry) => string },
): { entries: GivenEntry[]; changed: GivenEntry[] } {
  const here = wanted.map((entry) => revise(entry, given.get(entry.id), now))
  const ids = new Set(wanted.map(({ id }) => id))
  const gone = [...given.values()]
    .filter(({ entryId }) => !ids.has(entryId))
    .map((entry) => (entry.goneAt ? entry : letGo(entry, goneTitle(entry.shown), now)))
  const entries = [...here, ...gone]
  return { entries, changed: entries.filter((entry) => entry !== given.get(entry.entryId)) }
}

function revise(entry: WantedEntry, before: GivenEntry | undefined, now: Date): GivenEntry {
  const shown = shownOf(entry)
  const fresh = { entryId: entry.id, shown, goneAt: null, endedAt: null }
  if (!before) return { ...fresh, sequence: entry.sequence, revisedAt: entry.updatedAt }
  if (!before.goneAt && isDeepStrictEqual(before.shown, shown)) return before
  return {
    ...fresh,
    sequence: Math.max(entry.sequence, before.sequence + 1),
    revisedAt: entry.updatedAt > before.revisedAt ? entry.updatedAt : laterOf(now, before.revisedAt),
  }
}

function letGo(entry: GivenEntry, title: string, now: Date): GivenEntry {
  return {
    ...entry,
    shown: { ...entry.shown, status: 'cancelled', title },
    sequence: entry.sequence + 1,
    revisedAt: laterOf(now, entry.revisedAt),
    goneAt: now,
  }
}

function shownOf({ id: _id, sequence: _sequence, updatedAt: _updatedAt, ...entry }: WantedEntry): ShownEntry {
  const startAt = entry.startAt?.toISOString() ?? null
  return {
    ...entry,
    // Of one with a time no calendar shows the day that its source says.
    dayOn: startAt?.slice(0, 10) ?? entry.dayOn,
    startAt,
    endAt: entry.endAt?.toISOString() ?? null,
    createdAt: entry.createdAt?.toISOString() ?? null,
  }
}

/** As a calendar writes it. */
export function entryOf({ entryId: id, shown, sequence, revisedAt: updatedAt }: GivenEntry): CalendarEntry {
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return {
    ...shown,
    id,
    sequence,
    updatedAt,
    startAt: date(shown.startAt),
    endAt: date(shown.endAt),
    createdAt: date(shown.createdAt),
  }
}
