import { roleOf } from '@/lib/people/server/access'
import { can } from '@/lib/people/permissions'
import { isolated } from '@/lib/platform/bidi'
import type { Database } from '@/lib/platform/db'
import { calendarWords } from './calendar-words'
import { writeCalendar, type CalendarEntry } from './ics'
import { blockEntries } from './plan-blocks'
import { listConferenceDays, listPlanBlocks, listPlanPicks, type PlanPick } from './plan-queries'
import { sessionEntry, type EntryPlace } from './session-entry'
import { findFeedToken, touchFeedToken } from './token'

type FeedRequest = {
  db: Database
  token: string
  userAgent: string | null
  now: Date
  publicUrl: string
  instanceId: string
}

/**
 * My plan as a calendar, for whoever holds its secret address: picks, personal blocks, and what was dropped since the
 * address was made. Null when the secret opens nothing: never made, revoked, or its owner may no longer see the
 * conference.
 * @returns the calendar, and when anything that it is made of last changed; that never goes back
 */
export async function personalCalendar({
  db,
  token,
  userAgent,
  now,
  publicUrl,
  instanceId,
}: FeedRequest): Promise<{ body: string; lastModified: Date } | null> {
  const feed = await findFeedToken(db, token)
  if (!feed) return null
  const { user, conference } = feed
  if (!can(await roleOf(db, { kind: 'user', ...user }, conference.id), 'see', conference.visibility)) return null
  await touchFeedToken(db, feed.id, userAgent, now)

  const plan = { userId: user.id, conferenceId: conference.id, since: feed.createdAt }
  const [picks, blocks, days] = [
    await listPlanPicks(db, plan),
    await listPlanBlocks(db, plan),
    await listConferenceDays(db, conference.id),
  ]
  const words = calendarWords(conference.language)
  const body = writeCalendar({
    id: feed.id,
    instanceId,
    name: words('planName', { conference: isolated(conference.name) }),
    description: words('planDescription', { conference: isolated(conference.name) }),
    timeZone: conference.timeZone,
    busy: true,
    entries: [
      ...picks.flatMap((pick) => pickEntry(pick, { conference, publicUrl, words })),
      ...blocks.flatMap((block) => blockEntries(block, { days, timeZone: conference.timeZone, words })),
    ],
  })
  return {
    body,
    lastModified: latest([
      feed.createdAt,
      conference.updatedAt,
      ...picks.map(({ updatedAt }) => updatedAt),
      ...blocks.map(({ updatedAt }) => updatedAt),
    ]),
  }
}

/** A picked session's entry. One that left the plan stays, cancelled, so that calendars that have it let it go. */
function pickEntry(pick: PlanPick, place: EntryPlace): CalendarEntry[] {
  return sessionEntry(pick.session, place).map((entry) => ({
    ...entry,
    ...standing(pick, entry, place),
    sequence: entry.sequence + pick.sequence,
    updatedAt: latest([entry.updatedAt, pick.updatedAt]),
  }))
}

function standing(
  pick: PlanPick,
  { status, title }: CalendarEntry,
  { words }: EntryPlace,
): Pick<CalendarEntry, 'status' | 'title'> {
  if (pick.droppedAt || pick.rank === 'hidden')
    return { status: 'cancelled', title: words('droppedTitle', { title: isolated(pick.session.title) }) }
  if (pick.rank === 'planB' && status !== 'cancelled')
    return { status: 'tentative', title: words('planBTitle', { title: isolated(title) }) }
  return { status, title }
}

function latest(dates: Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())))
}
