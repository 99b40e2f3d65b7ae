import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { DAY_MS } from '@/lib/platform/time'
import type { AttendeeWord } from '../attendee-words'
import type { AttendeeReport, StewardReport } from '../reports'

/** Long after the slot in which it counts whose voices are one. */
const REPORTERS_KEPT_MS = 30 * DAY_MS

export type NewReading = Omit<Prisma.ReadingCreateManyInput, 'createdAt'> & { createdAt: Date }
/** Writes readings; resolves once they are kept. One that is there already stays as it is. */
export type InsertReadings = (readings: NewReading[]) => Promise<void>

type Door = { stewardLinkId: string; conferenceId: string; roomId: string }
type Attendee = {
  userId: string | null
  /** Where a guest writes from. */ origin: string | null
  conferenceId: string
  /** The rooms in which a session is, the first one first. */ roomsOf: ReadonlyMap<string, readonly string[]>
}

/**
 * Keeps what a steward sent. Each reading counts once, however often it arrives, and not at all once it was taken back.
 */
export async function recordStewardReport(
  db: Database,
  insert: InsertReadings,
  { stewardLinkId, conferenceId, roomId }: Door,
  { sentAt, readings, withdrawn }: StewardReport,
  now: Date,
): Promise<void> {
  if (readings.length > 0)
    await insert(
      readings.map(({ at, ...reading }) => ({
        ...reading,
        conferenceId,
        roomId,
        stewardLinkId,
        readAt: seenAt(at, sentAt, now),
        createdAt: now,
      })),
    )
  if (withdrawn.length > 0)
    await db.reading.updateMany({
      where: { id: { in: withdrawn }, stewardLinkId, mutedAt: null },
      data: { mutedAt: now },
    })
}

/**
 * Keeps what an attendee says of sessions. One for a session that is in no room of this conference is left out.
 * @throws {AppError} INVALID when none is in a room
 */
export async function recordAttendeeReport(
  insert: InsertReadings,
  { userId, origin, conferenceId, roomsOf }: Attendee,
  { device, sentAt, readings }: Omit<AttendeeReport, 'conference'>,
  now: Date,
): Promise<void> {
  const placed = readings.filter(({ sessionId }) => roomsOf.has(sessionId))
  if (readings.length > 0 && placed.length === 0) throw new AppError('INVALID', 'no such session in a room')
  const kept = placed.flatMap(({ at, roomId: said, ...reading }): NewReading[] => {
    const roomId = roomAt(roomsOf.get(reading.sessionId) ?? [], said, reading.level)
    return roomId
      ? [
          {
            ...reading,
            kind: 'level',
            conferenceId,
            roomId,
            userId,
            deviceId: device,
            origin: userId === null ? origin : null,
            readAt: seenAt(at, sentAt, now),
            createdAt: now,
          },
        ]
      : []
  })
  if (kept.length > 0) await insert(kept)
}

/**
 * Which of a session's rooms somebody speaks of. Whoever is in may be in the one that others are sent on to: that says
 * nothing of the first.
 */
function roomAt(rooms: readonly string[], said: string | undefined, level: AttendeeWord): string | undefined {
  if (said) return rooms.find((room) => room === said)
  return level === 'entered' && rooms.length > 1 ? undefined : rooms[0]
}

/** When a reading was seen by our clock: as long ago as its device says, and never in the future. */
function seenAt(at: string, sentAt: string, now: Date): Date {
  return new Date(now.getTime() - Math.max(0, Date.parse(sentAt) - Date.parse(at)))
}

/**
 * Forgets by which device and from which network rooms were reported 30 days ago. What was said of a room stays.
 * @returns of how many reports
 */
export async function purgeReporters(db: Database, now: Date): Promise<number> {
  const { count } = await db.reading.updateMany({
    where: {
      readAt: { lt: new Date(now.getTime() - REPORTERS_KEPT_MS) },
      OR: [{ deviceId: { not: null } }, { origin: { not: null } }],
    },
    data: { deviceId: null, origin: null },
  })
  return count
}
