import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { timeOf } from '@/lib/platform/time'
import type { ConferenceEdit, RoomEdit, SessionEdit, SpeakerEdit, TrackEdit } from '../schema'

/*
 * What each thing says now, in the shape in which its form says it.
 */

export const sessionEditColumns = {
  title: true,
  dayOn: true,
  startAt: true,
  endAt: true,
  kind: true,
  description: true,
  language: true,
  capacity: true,
  level: true,
  flags: true,
  trackId: true,
  rooms: { select: { room: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
  speakers: { select: { speaker: { select: { name: true, company: true } } }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.SessionSelect

/** @param timeZone of the conference, on whose clocks a form has its times */
export function sessionEditOf(
  row: Prisma.SessionGetPayload<{ select: typeof sessionEditColumns }>,
  timeZone: string,
): SessionEdit {
  const { title, kind, description, language, capacity, level, flags, trackId } = row
  return {
    ...{ title, kind, description, language, capacity, level, track: trackId },
    dayOn: row.dayOn.toISOString().slice(0, 10),
    start: row.startAt && timeOf(row.startAt, timeZone),
    end: row.endAt && timeOf(row.endAt, timeZone),
    room: row.rooms[0]?.room.id ?? null,
    speakers: row.speakers.map(({ speaker }) => speaker),
    soldOut: flags.includes('sold-out'),
    separateRegistration: flags.includes('separate-registration'),
  }
}

/** @throws {AppError} NOT_FOUND */
export async function currentSession(
  db: Database,
  { id: conferenceId, timeZone }: { id: string; timeZone: string },
  id: string,
): Promise<SessionEdit> {
  const row = await db.session.findUnique({ where: { id, conferenceId }, select: sessionEditColumns })
  return sessionEditOf(found(row), timeZone)
}

/** @throws {AppError} NOT_FOUND */
export async function currentRoom(db: Database, conferenceId: string, id: string): Promise<RoomEdit> {
  const select = { name: true, floor: true, zone: true, capacity: true, capacityKind: true } as const
  return found(await db.room.findUnique({ where: { id, conferenceId }, select }))
}

/** @throws {AppError} NOT_FOUND */
export async function currentSpeaker(db: Database, conferenceId: string, id: string): Promise<SpeakerEdit> {
  const select = { name: true, company: true, tagline: true, bio: true } as const
  return found(await db.speaker.findUnique({ where: { id, conferenceId }, select }))
}

/** @throws {AppError} NOT_FOUND */
export async function currentTrack(db: Database, conferenceId: string, id: string): Promise<TrackEdit> {
  return found(await db.track.findUnique({ where: { id, conferenceId }, select: { name: true, color: true } }))
}

/** @throws {AppError} NOT_FOUND */
export async function currentConference(
  db: Database,
  id: string,
): Promise<Omit<ConferenceEdit, 'language'> & { language: string }> {
  const select = { name: true, timeZone: true, language: true, venue: true, url: true, visibility: true } as const
  return found(await db.conference.findUnique({ where: { id }, select }))
}

function found<Row>(row: Row | null): Row {
  if (!row) throw new AppError('NOT_FOUND')
  return row
}
