import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { AttendeeReport, StewardReport } from './reports'

export type NewReading = Omit<Prisma.ReadingCreateManyInput, 'createdAt'> & { createdAt: Date }
/** Writes readings; resolves once they are kept. One that is there already stays as it is. */
export type InsertReadings = (readings: NewReading[]) => Promise<void>

type Door = { stewardLinkId: string; conferenceId: string; roomId: string }
type Attendee = { userId: string | null; conferenceId: string; /** The room in which a session is, its first one. */ roomOf: ReadonlyMap<string, string> }

/** Keeps what a steward sent. Each reading counts once, however often it arrives, and not at all once it was taken back. */
export async function recordStewardReport(db: Database, insert: InsertReadings, { stewardLinkId, conferenceId, roomId }: Door, { sentAt, readings, withdrawn }: StewardReport, now: Date): Promise<void> {
  if (readings.length > 0) await insert(readings.map(({ at, ...reading }) => ({ ...reading, conferenceId, roomId, stewardLinkId, readAt: seenAt(at, sentAt, now), createdAt: now })))
  if (withdrawn.length > 0) await db.reading.updateMany({ where: { id: { in: withdrawn }, stewardLinkId, mutedAt: null }, data: { mutedAt: now } })
}

/**
 * Keeps what an attendee says of sessions. One for a session that is in no room of this conference is left out.
 * @throws {AppError} INVALID when nothing of it can be kept
 */
export async function recordAttendeeReport(insert: InsertReadings, { userId, conferenceId, roomOf }: Attendee, { device, sentAt, readings }: Omit<AttendeeReport, 'conference'>, now: Date): Promise<void> {
  const kept = readings.flatMap(({ at, ...reading }): NewReading[] => {
    const roomId = roomOf.get(reading.sessionId)
    return roomId ? [{ ...reading, kind: 'level', conferenceId, roomId, userId, deviceId: device, readAt: seenAt(at, sentAt, now), createdAt: now }] : []
  })
  if (readings.length > 0 && kept.length === 0) throw new AppError('INVALID', 'no such session in a room')
  if (kept.length > 0) await insert(kept)
}

/** When a reading was seen by our clock: as long ago as its device says, and never in the future. */
function seenAt(at: string, sentAt: string, now: Date): Date {
  return new Date(now.getTime() - Math.max(0, Date.parse(sentAt) - Date.parse(at)))
}
