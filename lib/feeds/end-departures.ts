import type { PrismaClient } from '@/generated/prisma/client'
import { DAY_MS } from '@/lib/platform/time'
import { lockConference, raiseVersion } from '@/lib/schedule/edit/conference-version'
import { touchCalendars } from '@/lib/schedule/edit/revise-entries'
import { forgetRevoked } from './token'

/** So long a calendar keeps as cancelled what is no longer in it. */
const GONE_KEPT_DAYS = 30

/**
 * Lets calendars forget what left them 30 days ago: a stored change under a new version, so that no calendar is another
 * because a clock went on.
 * @returns how many entries
 */
export async function endDepartures(db: PrismaClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - GONE_KEPT_DAYS * DAY_MS)
  await forgetRevoked(db, now)
  const gone = { goneAt: { lt: before }, endedAt: null }
  const [inFeeds] = await db.$transaction([
    db.feedEntry.updateMany({ where: gone, data: { endedAt: now } }),
    // What was given last is no longer what it says.
    db.feedToken.updateMany({ where: { entries: { some: { endedAt: now } } }, data: { basis: null } }),
  ])
  const isDue = { leftAt: { lt: before }, endedAt: null }
  const conferences = await db.conference.findMany({
    where: { deletedAt: null, departures: { some: isDue } },
    select: { id: true },
  })
  let ended = inFeeds.count
  for (const { id: conferenceId } of conferences)
    ended += await db.$transaction(async (tx) => {
      const conference = await lockConference(tx, conferenceId)
      const due = await tx.departure.findMany({
        where: { conferenceId, ...isDue },
        select: { calendarId: true, sessionId: true },
      })
      await tx.departure.updateMany({
        where: { conferenceId, ...isDue },
        data: { endedAt: now, changedAt: now },
      })
      await touchCalendars(tx, [...new Set(due.map(({ calendarId }) => calendarId))], now)
      await raiseVersion(tx, conference, now)
      return due.length
    })
  return ended
}
