import type { Granted } from '@/lib/people/granted'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Language } from '@/lib/i18n/language-names'
import { consume } from '@/lib/platform/rate-limit'
import type { AnnouncementList } from '../announcements-schema'
import { findStandingRoom } from './standing-room'

/** Of the newest; what is older is no news. */
const MOST_LISTED = 50

/** For everybody, for one room, or for those who picked one session. */
export type Audience = { roomId: string | null; sessionId: string | null }

/**
 * Keeps an announcement; a trigger tells every open screen.
 * Of a room that was merged it is for what that became.
 * @throws {AppError} NOT_FOUND where the room or the session is not of this conference; RATE_LIMITED after twenty an
 * hour in one conference
 */
export async function announce(
  db: PrismaClient,
  { conferenceId, userId }: Granted<'editConference'>,
  { roomId, sessionId, body, language }: Audience & { body: string; language: Language },
  now: Date,
): Promise<{ id: string }> {
  const room = roomId ? await findStandingRoom(db, conferenceId, roomId) : null
  if (roomId && !room) throw new AppError('NOT_FOUND', 'room')
  if (sessionId && (await db.session.count({ where: { id: sessionId, conferenceId } })) === 0)
    throw new AppError('NOT_FOUND', 'session')
  await consume(db, 'announceByConference', conferenceId)
  return db.announcement.create({
    data: { conferenceId, userId, roomId: room?.id ?? null, sessionId, body, language, createdAt: now },
    select: { id: true },
  })
}

/** Takes an announcement back: it disappears from every screen, and whoever was not alerted yet is not. */
export async function withdrawAnnouncement(
  db: Database,
  { conferenceId }: Granted<'editConference'>,
  id: string,
  now: Date,
): Promise<void> {
  await db.announcement.updateMany({ where: { id, conferenceId, withdrawnAt: null }, data: { withdrawnAt: now } })
}

/** As browsers read them. */
export async function listAnnouncements(db: Database, conferenceId: string): Promise<AnnouncementList> {
  const rows = await db.announcement.findMany({
    where: { conferenceId, withdrawnAt: null },
    select: { id: true, body: true, language: true, roomId: true, sessionId: true, createdAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MOST_LISTED,
  })
  return rows.map(({ id, body, language, roomId, sessionId, createdAt }) => ({
    id,
    text: body,
    language,
    room: roomId,
    session: sessionId,
    at: createdAt.toISOString(),
  }))
}

/** As organizers manage them: with whom they are for, who wrote them, and what was withdrawn. */
export function listAnnounced(db: Database, conferenceId: string) {
  return db.announcement.findMany({
    where: { conferenceId },
    select: {
      id: true,
      body: true,
      language: true,
      createdAt: true,
      withdrawnAt: true,
      room: { select: { name: true } },
      session: { select: { title: true } },
      user: { select: { name: true, email: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MOST_LISTED,
  })
}
