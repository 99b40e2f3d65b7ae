import { isolated, settleBidi } from '@/lib/platform/bidi'
import type { Database } from '@/lib/platform/db'
import { laterOf } from '@/lib/platform/time'
import { pageAddress } from '@/lib/program/addresses'
import { dayOfDate } from '@/lib/program/day-date'
import type { CalendarWords } from './calendar-words'
import type { WantedEntry } from './feed-revisions'
import { blockEntries } from './plan-blocks'
import { listConferenceDays, listPlanBlocks, listPlanPicks, type PlanPick } from './plan-queries'
import { sessionEntry, type EntryPlace } from './session-entry'

export type PlanPlace = EntryPlace & { conference: { timeZone: string } }

/** What is in a person's plan of a conference: picks, then personal time. */
export async function planEntries(
  db: Database,
  plan: { userId: string; conferenceId: string },
  place: PlanPlace,
): Promise<WantedEntry[]> {
  const picks = await listPlanPicks(db, plan)
  const blocks = await listPlanBlocks(db, plan)
  const days = blocks.some(({ daily }) => daily) ? await listConferenceDays(db, plan.conferenceId) : []
  const { timeZone } = place.conference
  return [
    ...picks.map((pick) => pickEntry(pick, place)),
    ...blocks.flatMap((block) => blockEntries(block, { days, timeZone })),
  ]
}

function pickEntry({ rank, sequence, updatedAt, session }: PlanPick, place: EntryPlace): WantedEntry {
  const entry = sessionEntry(session, place)
  const isInstead = rank === 'planB' && entry.status !== 'cancelled'
  return {
    ...entry,
    name: settleBidi(session.title),
    status: isInstead ? 'tentative' : entry.status,
    title: isInstead ? place.words('planBTitle', { title: isolated(entry.title) }) : entry.title,
    sequence: entry.sequence + sequence,
    updatedAt: laterOf(updatedAt, entry.updatedAt),
  }
}

/** Where to pick, and how it is said that nobody has. */
type EmptyWords = { page: 'plan' | 'together'; nothing: 'nothingPicked' | 'nothingInGroup' }

/** What stands in a feed while nothing else does: a calendar is never empty (RFC 5545 §3.6). */
export async function emptyPlanEntry(
  db: Database,
  feed: { id: string; createdAt: Date; conference: { id: string; slug: string } },
  { publicUrl, words, page, nothing }: { publicUrl: string; words: CalendarWords } & EmptyWords,
): Promise<WantedEntry> {
  const [firstDay = dayOfDate(feed.createdAt)] = await listConferenceDays(db, feed.conference.id)
  const url = `${publicUrl}${pageAddress(feed.conference.slug, page)}`
  return {
    id: feed.id,
    sequence: 0,
    status: 'confirmed',
    name: '',
    title: words(nothing),
    dayOn: firstDay,
    startAt: null,
    endAt: null,
    createdAt: feed.createdAt,
    updatedAt: feed.createdAt,
    location: '',
    description: url,
    category: null,
    url,
    secret: false,
  }
}
