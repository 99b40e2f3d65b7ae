import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import type { StoredSession } from './diff'
import { overridableFields, snapshotSchema } from '@/lib/program/snapshot'

const select = {
  id: true,
  title: true,
  rawTitle: true,
  description: true,
  kind: true,
  status: true,
  dayOn: true,
  startAt: true,
  endAt: true,
  trackId: true,
  colocatedId: true,
  language: true,
  url: true,
  capacity: true,
  level: true,
  flags: true,
  slidesUrl: true,
  replayUrl: true,
  cancelledAt: true,
  imported: true,
  track: { select: { name: true } },
  colocatedEvent: { select: { name: true } },
  rooms: {
    select: { roomId: true, room: { select: { name: true } } },
    orderBy: [{ position: 'asc' }, { roomId: 'asc' }],
  },
  overrides: { where: { givenBackIn: null }, select: { field: true } },
  sourceSessions: { select: { sourceId: true, key: true } },
} as const satisfies Prisma.SessionSelect

/** A session of a source as people see it, beside what its source says. */
export type StoredRow = StoredSession & { row: Prisma.SessionGetPayload<{ select: typeof select }> }

/**
 * Every session that came from this source, by number; cancelled ones too.
 * @param id of the only one that is wanted; absent: all
 */
export async function listStoredSessions(db: Database, sourceId: string, id?: string): Promise<StoredRow[]> {
  const rows = await db.session.findMany({ where: { sourceId, id }, select, orderBy: { number: 'asc' } })
  return rows.map((row) => {
    const fields = new Set(row.overrides.map(({ field }) => field))
    return {
      id: row.id,
      sourceKeys: row.sourceSessions.filter((known) => known.sourceId === sourceId).map(({ key }) => key),
      imported: snapshotSchema.parse(row.imported),
      overridden: new Set(overridableFields.filter((field) => fields.has(field))),
      row,
    }
  })
}
