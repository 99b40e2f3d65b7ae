import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { snapshotSchema, type Snapshot } from '@/lib/program/snapshot'
import { listStoredSessions, type StoredRow } from '../bring-in/stored-sessions'

/** Of a session, besides what is read of all of its source. */
export const ofShown = {
  sourceId: true,
  rooms: { select: { room: { select: { name: true } } }, orderBy: [{ position: 'asc' }, { roomId: 'asc' }] },
  speakers: {
    select: { speaker: { select: { name: true, company: true } } },
    orderBy: [{ position: 'asc' }, { speakerId: 'asc' }],
  },
} satisfies Prisma.SessionSelect

/** A session as its source says it, and as it is shown. */
export type SaidAndShown = { stored: StoredRow; sourceId: string; shown: Snapshot }

/** @throws {AppError} NOT_FOUND when the conference has no such session, or it is of no source */
export async function readSaid(db: Database, conferenceId: string, sessionId: string): Promise<SaidAndShown> {
  const session = await db.session.findUnique({ where: { id: sessionId, conferenceId }, select: ofShown })
  const sourceId = session?.sourceId
  if (!sourceId) throw new AppError('NOT_FOUND', 'session')
  const [stored] = await listStoredSessions(db, sourceId, sessionId)
  if (!stored) throw new AppError('NOT_FOUND', 'session')
  return { stored, sourceId, shown: shownNow(stored, session) }
}

/** What a session says now. */
export function shownNow(
  { row }: StoredRow,
  { rooms, speakers }: Prisma.SessionGetPayload<{ select: typeof ofShown }>,
): Snapshot {
  return snapshotSchema.parse({
    ...row,
    dayOn: row.dayOn.toISOString().slice(0, 10),
    startAt: row.startAt?.toISOString() ?? null,
    endAt: row.endAt?.toISOString() ?? null,
    track: row.track?.name ?? null,
    colocated: row.colocatedEvent?.name ?? null,
    rooms: rooms.map(({ room }) => room.name),
    speakers: speakers.map(({ speaker }) => speaker),
    cancelled: row.status === 'cancelled',
  })
}
