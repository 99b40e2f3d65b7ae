import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { AttendeeReport, StewardReport } from './reports'

type Door = { stewardLinkId: string; conferenceId: string; roomId: string }
type Attendee = { userId: string | null; conferenceId: string }

/** Keeps what a steward sent. Each reading counts once, however often it arrives, and not at all once it was taken back. */
export async function recordStewardReport(db: Database, { stewardLinkId, conferenceId, roomId }: Door, { sentAt, readings, withdrawn }: StewardReport, now: Date): Promise<void> {
  const data = readings.map(({ at, ...reading }) => ({ ...reading, conferenceId, roomId, stewardLinkId, readAt: seenAt(at, sentAt, now), createdAt: now }))
  await insertOnce(db, data)
  if (withdrawn.length > 0) await db.reading.updateMany({ where: { id: { in: withdrawn }, stewardLinkId, mutedAt: null }, data: { mutedAt: now } })
}

/**
 * Keeps what an attendee says of sessions. One for a session that is not in this conference, or in no room, is left out.
 * @throws {AppError} INVALID when nothing of it can be kept
 */
export async function recordAttendeeReport(db: Database, { userId, conferenceId }: Attendee, { device, sentAt, readings }: Pick<AttendeeReport, 'device' | 'sentAt' | 'readings'>, now: Date): Promise<void> {
  const sessions = await db.session.findMany({ where: { conferenceId, id: { in: readings.map(({ sessionId }) => sessionId) } }, select: { id: true, rooms: { select: { roomId: true }, orderBy: { position: 'asc' }, take: 1 } } })
  const roomOf = new Map(sessions.flatMap(({ id, rooms: [room] }) => (room ? [[id, room.roomId]] : [])))
  const data = readings.flatMap(({ at, ...reading }) => {
    const roomId = roomOf.get(reading.sessionId)
    return roomId ? [{ ...reading, kind: 'level' as const, conferenceId, roomId, userId, deviceId: device, readAt: seenAt(at, sentAt, now), createdAt: now }] : []
  })
  if (readings.length > 0 && data.length === 0) throw new AppError('INVALID', 'no such session in a room')
  await insertOnce(db, data)
}

async function insertOnce(db: Database, data: Prisma.ReadingCreateManyInput[]): Promise<void> {
  if (data.length > 0) await db.reading.createMany({ data, skipDuplicates: true })
}

/** When a reading was seen by our clock: as long ago as its device says, and never in the future. */
function seenAt(at: string, sentAt: string, now: Date): Date {
  return new Date(now.getTime() - Math.max(0, Date.parse(sentAt) - Date.parse(at)))
}
