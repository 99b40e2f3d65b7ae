import type { Database } from '@/lib/platform/db'
import { HOUR_MS } from '@/lib/platform/time'
import { NEWS_HOURS } from '@/lib/rooms/announcements'
import { type NewAlert } from './new-alert'

/** Older ones were found by an earlier run, unless the server was off. */
const SINCE_MS = HOUR_MS / 2
const AHEAD_MS = 12 * HOUR_MS

type Row = { id: string; conferenceId: string; roomId: string | null; sessionId: string | null; createdAt: Date }

/**
 * New announcements, for whoever they are for and takes alerts: all who take part in the conference, those who go to
 * the room that day, or those who picked the session.
 */
export async function findAnnouncements(db: Database, now: Date): Promise<NewAlert[]> {
  const rows = await db.announcement.findMany({
    where: {
      withdrawnAt: null,
      conference: { deletedAt: null },
      createdAt: { gt: new Date(now.getTime() - SINCE_MS), lte: now },
    },
    select: { id: true, conferenceId: true, roomId: true, sessionId: true, createdAt: true },
  })
  const found = []
  for (const row of rows) found.push(...(await audienceOf(db, row, now)).map((userId) => alertOf(row, userId)))
  return found
}

async function audienceOf(
  db: Database,
  { conferenceId, roomId, sessionId, createdAt }: Row,
  now: Date,
): Promise<string[]> {
  const inRoom = roomId
    ? { rooms: { some: { roomId } }, startAt: { lt: new Date(now.getTime() + AHEAD_MS) }, endAt: { gt: now } }
    : {}
  const picked = {
    some: {
      conferenceId,
      rank: { not: 'hidden' as const },
      droppedAt: null,
      ...(sessionId && { sessionId }),
      session: inRoom,
    },
  }
  const isForAll = !roomId && !sessionId
  const people = await db.user.findMany({
    where: {
      subscriptions: { some: { createdAt: { lt: createdAt } } },
      OR: [{ picks: picked }, ...(isForAll ? [{ memberships: { some: { conferenceId } } }] : [])],
    },
    select: { id: true },
  })
  return people.map(({ id }) => id)
}

function alertOf({ id, conferenceId, createdAt }: Row, userId: string): NewAlert {
  return {
    userId,
    conferenceId,
    kind: 'announcement',
    subjectId: id,
    version: '1',
    expiresAt: new Date(createdAt.getTime() + NEWS_HOURS * HOUR_MS),
  }
}
